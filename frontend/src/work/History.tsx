// Everything that was added, decided and undone, newest first.

import { useEffect, useState } from "preact/hooks";
import { number, t } from "../messages";
import type { Line } from "./api";
import { useWorkbench } from "./context";
import { LogLine } from "./LogLine";

const PAGE = 100;

export function History() {
  const workbench = useWorkbench("log");
  const [lines, setLines] = useState<Line[]>([]);
  const [all, setAll] = useState(0);
  const [pages, setPages] = useState(1);
  useEffect(() => {
    let active = true;
    void (async () => {
      const read: Line[] = [];
      for (let page = 0; page < pages; page++) {
        const before = read.at(-1)?.number;
        const found = await workbench.api.get<{ decisions: Line[]; all: number }>(
          `/api/log?limit=${PAGE}${before ? `&before=${before}` : ""}`,
        );
        read.push(...found.decisions);
        if (active) setAll(found.all);
        if (read.at(-1)?.number === 1 || !found.decisions.length) break;
      }
      if (active) setLines(read);
    })().catch((error) => workbench.showError(error));
    return () => {
      active = false;
    };
  }, [pages, workbench.state?.head]);
  return (
    <main class="reads history scrolls" tabIndex={-1}>
      <h2>{t("section.history")}</h2>
      <p class="note">{t("history.note")}</p>
      <ul>
        {lines.map((line) => (
          <LogLine key={line.id} line={line} />
        ))}
      </ul>
      {lines.length < all && (
        <p>
          <button type="button" class="tool" onClick={() => setPages(pages + 1)}>
            {t("more", { n: number(all - lines.length) })}
          </button>
        </p>
      )}
    </main>
  );
}
