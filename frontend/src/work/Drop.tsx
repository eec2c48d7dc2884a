// Files dropped anywhere in the window, and their progress.

import { useEffect, useLayoutEffect, useReducer, useState } from "preact/hooks";
import { count, number, t } from "../messages";
import { useWorkbench } from "./context";
import { dropped, type Upload } from "./uploads";

export function Drop() {
  const workbench = useWorkbench();
  const [over, setOver] = useState(false);
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  useLayoutEffect(() => workbench.uploads.listen(() => redraw()), [workbench]);
  useEffect(() => {
    const off = new AbortController();
    const on = (name: "dragover" | "dragleave" | "drop", handler: (e: DragEvent) => void) =>
      addEventListener(name, handler, { signal: off.signal });
    const holds = (e: DragEvent) => e.dataTransfer?.types.includes("Files") ?? false;
    on("dragover", (e) => {
      if (!holds(e)) return;
      e.preventDefault();
      setOver(true);
    });
    on("dragleave", (e) => e.relatedTarget === null && setOver(false));
    on("drop", (e) => {
      if (!holds(e)) return;
      e.preventDefault();
      setOver(false);
      void dropped(e.dataTransfer!).then((files) => workbench.uploads.add(files));
    });
    return () => off.abort();
  }, [workbench]);
  const { all } = workbench.uploads;
  return (
    <>
      {over && (
        <div class="drop-here" aria-hidden="true">
          <p>{t("drop")}</p>
        </div>
      )}
      {all.length > 0 && <Sent all={all} />}
    </>
  );
}

const GONE = 8000; // milliseconds

function Sent({ all }: { all: Upload[] }) {
  const workbench = useWorkbench();
  const done = all.filter((u) => u.state !== "waiting" && u.state !== "sending").length;
  const refused = all.filter((u) => u.state === "refused");
  const now = all.find((u) => u.state === "sending");
  useEffect(() => {
    if (done < all.length || refused.length) return; // refusals stay until they have been read
    const timer = setTimeout(() => workbench.uploads.clear(), GONE);
    return () => clearTimeout(timer);
  }, [done, all.length]);
  return (
    <section class="sent" aria-label={t("uploads")}>
      <p role="status">
        {done < all.length
          ? t("uploads.part", { n: number(done), all: number(all.length) })
          : [
              count("uploads.done", all.length - refused.length),
              refused.length && t("uploads.refused", { n: number(refused.length) }),
            ]
              .filter(Boolean)
              .join("; ")}
      </p>
      {now && (
        <p class="detail">
          {now.name} <progress value={now.part} max={1} aria-label={now.name} />
        </p>
      )}
      <ul class="scrolls">
        {all
          .filter((u) => u.state !== "waiting" && u !== now)
          .slice(-40)
          .map((u, n) => (
            <li key={n} class={u.state === "refused" ? "detail problem" : "detail"}>
              {u.name}: {u.message || t(`upload.${u.state}`)}
            </li>
          ))}
      </ul>
      {done === all.length && (
        <p class="buttons">
          <button type="button" class="tool" onClick={() => workbench.uploads.clear()}>
            {t("close")}
          </button>
        </p>
      )}
    </section>
  );
}
