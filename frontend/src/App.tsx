// The page: its header, and the board below it.

import { useStore } from "./state";
import { t } from "./messages";
import { Board } from "./Board";
import { WorkspaceContext, type Workspace } from "./views/context";

export function App({ workspace }: { workspace: Workspace }) {
  const state = useStore(workspace.store, ["event", "document"]);
  return (
    <WorkspaceContext.Provider value={workspace}>
      <div class={`layout${state.event || state.document ? " reading" : ""}`}>
        <Head workspace={workspace} />
        <Board />
      </div>
    </WorkspaceContext.Provider>
  );
}

function Head({ workspace }: { workspace: Workspace }) {
  return (
    <header class="head">
      <h1>{workspace.events.index.title}</h1>
      <p class="disclaimer">{t("standing.short")}</p>
      <p class="buttons">
        <button type="button" class="tool" onClick={() => print()}>
          {t("print")}
        </button>
        <button type="button" class="tool" onClick={() => void save(workspace)}>
          {t("save")}
        </button>
      </p>
    </header>
  );
}

async function save({ source, events }: Workspace): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await source.whole());
  const name = events.index.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  link.download = `${name || "chronology"}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
