// What the whole case says of itself, as the commands print it: what it rests on and lacks, what the checks say, who was in contact with whom.

import { useEffect, useState } from "preact/hooks";
import { useState_ } from "../state";
import { t } from "../words";
import { ApiError } from "./api";
import { useBench } from "./context";

const PARTS = ["evidence", "check", "contacts"] as const;

export function Evidence() {
  const bench = useBench("desk");
  const { filter } = useState_(bench.store, ["filter"]);
  const [part, setPart] = useState<(typeof PARTS)[number]>("evidence");
  const [text, setText] = useState<string | null>(null);
  const filtered = part !== "check" && filter !== "";
  useEffect(() => {
    let wanted = true;
    setText(null);
    bench.api.get<{ text: string }>(`/api/${part}${filtered ? `?${new URLSearchParams({ filter })}` : ""}`).then(
      (found) => wanted && setText(found.text),
      (error: unknown) => wanted && setText(error instanceof ApiError ? error.message : String(error)),
    );
    return () => {
      wanted = false;
    };
  }, [part, filter, bench.desk]);
  return (
    <main class="reads evidence scrolls" tabIndex={-1}>
      <h2>{t("room.evidence")}</h2>
      <div class="switch" role="group" aria-label={t("room.evidence")}>
        {PARTS.map((name) => <button type="button" class="tab" key={name} aria-pressed={part === name} onClick={() => setPart(name)}>{t(`evidence.${name}`)}</button>)}
      </div>
      <p class="note">{t(`evidence.${part}.note`)}</p>
      {filtered && <p class="how">{t("only.filter", { filter })} <button type="button" class="plain" onClick={() => bench.store.set({ filter: "", room: "evidence" })}>{t("only.all")}</button></p>}
      {text === null ? <p class="how" role="status">{t("opening")}</p> : <pre class="printed" tabIndex={0}>{text}</pre>}
    </main>
  );
}
