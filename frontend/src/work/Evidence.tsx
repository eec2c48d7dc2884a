// Reports on the whole case: sources and gaps, findings by check, contacts.

import { useState } from "preact/hooks";
import { useStore } from "../state";
import { t } from "../messages";
import { Checks } from "./Checks";
import { useWorkbench } from "./context";
import { Sources } from "./Sources";
import { ContactPairs } from "./ContactPairs";

const PARTS = { grounds: Sources, checks: Checks, contacts: ContactPairs };
type Part = keyof typeof PARTS;

export function Evidence() {
  const workbench = useWorkbench();
  const { filter } = useStore(workbench.store, ["filter"]);
  const [part, setPart] = useState<Part>("grounds");
  const Shown = PARTS[part];
  const filtered = part === "checks" ? "" : filter;
  return (
    <main class="reads evidence scrolls" tabIndex={-1}>
      <h2>{t("section.evidence")}</h2>
      <div class="switch" role="group" aria-label={t("section.evidence")}>
        {(Object.keys(PARTS) as Part[]).map((name) => (
          <button
            type="button"
            class="tab"
            key={name}
            aria-pressed={part === name}
            onClick={() => setPart(name)}
          >
            {t(`evidence.${name}`)}
          </button>
        ))}
      </div>
      <p class="note">{t(`evidence.${part}.note`)}</p>
      {filtered && (
        <p class="detail">
          {t("only.filter", { filter })}{" "}
          <button
            type="button"
            class="plain"
            onClick={() => workbench.store.set({ filter: "", section: "evidence" })}
          >
            {t("only.all")}
          </button>
        </p>
      )}
      <Shown filter={filtered} />
    </main>
  );
}
