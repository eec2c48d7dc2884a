// The page's own board, with what a person can decide beside each event.

import { Board } from "../Board";
import { useState_ } from "../state";
import { useBench } from "./context";
import { MergeBar } from "./MergeBar";

export function Chronology() {
  const bench = useBench();
  const { event, document } = useState_(bench.store, ["event", "document"]);
  return (
    <div class="chronology">
      <MergeBar />
      <div class={`desk${event || document ? " reading" : ""}`}>
        <Board />
      </div>
    </div>
  );
}
