// Somebody else has decided about the same words meanwhile: what, and whether one decides all the same.

import { useEffect, useRef } from "preact/hooks";
import { t } from "../words";
import { useBench } from "./context";
import { LogLine } from "./LogLine";

export function ClashPanel() {
  const bench = useBench("clash");
  const box = useRef<HTMLDialogElement>(null);
  const { clash } = bench;
  useEffect(() => {
    if (clash) box.current!.showModal();
  }, [clash]);
  if (!clash) return null;
  return (
    <dialog
      ref={box}
      class="clash"
      aria-labelledby="clash-title"
      onCancel={(e) => {
        e.preventDefault();
        void bench.settle(false);
      }}
    >
      <h2 id="clash-title">{t("clash")}</h2>
      <p class="note">{t("clash.note")}</p>
      <ul>
        {clash.since.map((line) => (
          <LogLine key={line.id} line={line} />
        ))}
      </ul>
      <p class="buttons">
        <button type="button" class="tool first" onClick={() => void bench.settle(false)}>
          {t("clash.leave")}
        </button>
        <button type="button" class="tool" onClick={() => void bench.settle(true)}>
          {t("clash.again")}
        </button>
      </p>
    </dialog>
  );
}
