// The page's board, with decisions beside each event.

import { Board } from "../Board";
import { useStore } from "../state";
import { useWorkbench } from "./context";
import { MergeBar } from "./MergeBar";

export function Chronology() {
  const workbench = useWorkbench();
  const { event, document } = useStore(workbench.store, ["event", "document"]);
  return (
    <div class="chronology">
      <MergeBar />
      <div class={`layout${event || document ? " reading" : ""}`}>
        <Board />
      </div>
    </div>
  );
}
