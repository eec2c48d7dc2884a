// How many entries are shown: a slider from a few key events to all of them.

import { useMemo } from "preact/hooks";
import { ALL, entriesOf, steps } from "../data/entries";
import { number, t } from "../messages";
import { useWorkspace } from "./context";

const FEW = 12; // entries: fewer need no selection

export function KeyEvents({ chosen, most }: { chosen: Int32Array; most: number }) {
  const { events, store } = useWorkspace();
  const all = useMemo(() => events.countedIn(entriesOf(events, chosen, ALL)), [events, chosen]);
  if (all <= FEW) return null;
  const offered = steps(all);
  const at = offered.findIndex((n) => n >= Math.min(most, all));
  const place = at < 0 ? offered.length - 1 : at;
  const shown = Math.min(offered[place], all);
  const words =
    shown === all
      ? t("key.all", { all: number(all) })
      : t("key.some", { n: number(shown), all: number(all) });
  return (
    <div class="key-events">
      <label for="key-events">{words}</label>
      <input
        id="key-events"
        type="range"
        min={0}
        max={offered.length - 1}
        step={1}
        value={place}
        aria-valuetext={words}
        onInput={(e) => store.set({ most: offered[Number(e.currentTarget.value)] })}
      />
    </div>
  );
}
