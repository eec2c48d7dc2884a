// The dialog for an edit conflict: what others decided about the same words in the meantime.

import { useEffect, useRef } from "preact/hooks";
import { t } from "../messages";
import { useWorkbench } from "./context";
import { LogLine } from "./LogLine";

export function EditConflictDialog() {
  const workbench = useWorkbench("conflict");
  const box = useRef<HTMLDialogElement>(null);
  const { conflict } = workbench;
  useEffect(() => {
    if (conflict) box.current!.showModal();
  }, [conflict]);
  if (!conflict) return null;
  return (
    <dialog
      ref={box}
      class="edit-conflict"
      aria-labelledby="clash-title"
      onCancel={(e) => {
        e.preventDefault();
        void workbench.resolveConflict(false);
      }}
    >
      <h2 id="clash-title">{t("clash")}</h2>
      <p class="note">{t("clash.note")}</p>
      <ul>
        {conflict.since.map((line) => (
          <LogLine key={line.id} line={line} />
        ))}
      </ul>
      <p class="buttons">
        <button
          type="button"
          class="tool first"
          onClick={() => void workbench.resolveConflict(false)}
        >
          {t("clash.leave")}
        </button>
        <button type="button" class="tool" onClick={() => void workbench.resolveConflict(true)}>
          {t("clash.again")}
        </button>
      </p>
    </dialog>
  );
}
