// The page: its head, and under it the board.

import { useState_ } from "./state";
import { t } from "./words";
import { Board } from "./Board";
import { DeskContext, type Desk } from "./views/context";

export function App({ desk }: { desk: Desk }) {
  const state = useState_(desk.store, ["event", "document"]);
  return (
    <DeskContext.Provider value={desk}>
      <div class={`desk${state.event || state.document ? " reading" : ""}`}>
        <Head desk={desk} />
        <Board />
      </div>
    </DeskContext.Provider>
  );
}

function Head({ desk }: { desk: Desk }) {
  return (
    <header class="head">
      <h1>{desk.events.index.title}</h1>
      <p class="standing">{t("standing.short")}</p>
      <p class="buttons">
        <button type="button" class="tool" onClick={() => print()}>
          {t("print")}
        </button>
        <button type="button" class="tool" onClick={() => void save(desk)}>
          {t("save")}
        </button>
      </p>
    </header>
  );
}

async function save({ source, events }: Desk): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await source.whole());
  link.download = `${events.index.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "chronology"}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
