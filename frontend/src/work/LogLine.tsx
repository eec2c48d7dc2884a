// One log entry: who decided what, when and why, with a way to undo it.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { number, t } from "../messages";
import type { Line } from "./api";
import { useWorkbench } from "./context";
import { formatTimestamp } from "./timestamps";

const NEEDS_OWNER = ["add", "import", "remove"];

export function LogLine({ line }: { line: Line }) {
  const workbench = useWorkbench("session");
  const may =
    workbench.canDecide &&
    !line.undone &&
    (!NEEDS_OWNER.includes(line.act) || workbench.session!.role === "owner");
  return (
    <li class={`log-line${line.undone ? " undone" : ""}`}>
      <span class="number" title={line.id}>
        {number(line.number)}
      </span>
      <div>
        <p class="says">
          <strong>{line.who}</strong> {line.says}
          {line.undone && <span class="detail"> · {t("log.undone")}</span>}
        </p>
        {line.why && <p class="reason">{t("log.why", { why: line.why })}</p>}
        <p class="detail">
          <time dateTime={line.at}>{formatTimestamp(line.at)}</time>
          {line.document && (
            <>
              {" "}
              ·{" "}
              <a
                href={`#document=${line.document}`}
                onClick={(e) => {
                  e.preventDefault();
                  workbench.store.set({ document: line.document, section: "documents" });
                }}
              >
                {t("log.document")}
              </a>
            </>
          )}
        </p>
      </div>
      {may && <Undo line={line} />}
    </li>
  );
}

/** Undo, with an optional reason. */
function Undo({ line }: { line: Line }) {
  const workbench = useWorkbench();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), [open]);
  if (!open)
    return (
      <button
        type="button"
        class="plain"
        onClick={() => setOpen(true)}
        aria-label={t("undo.line", { n: line.number })}
      >
        {t("undo")}
      </button>
    );
  const send = (e: Event) => {
    e.preventDefault();
    setOpen(false);
    void workbench.undo(line.id, why);
  };
  return (
    <form
      class="undo"
      onSubmit={send}
      onKeyDown={(e) => e.key === "Escape" && (e.stopPropagation(), setOpen(false))}
    >
      <label class="labelled">
        {t("why")}{" "}
        <input
          ref={field}
          value={why}
          maxLength={2000}
          placeholder={t("why.hint")}
          onInput={(e) => setWhy(e.currentTarget.value)}
        />
      </label>
      <button type="submit" class="tool first">
        {t("undo")}
      </button>
      <button type="button" class="tool" onClick={() => setOpen(false)}>
        {t("cancel")}
      </button>
    </form>
  );
}
