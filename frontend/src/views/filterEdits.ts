// The filter's words, changed by click.

import { DAY, minuteText } from "../data/calendar";
import { parse, write } from "../data/filter";
import { useWorkspace } from "./context";

/** `add` puts one more value into the filter's line, `between` a stretch of time, `terms` reads it; a line that can't be read is replaced. */
export function useFilterEdits() {
  const { store } = useWorkspace();
  const terms = () => {
    try {
      return parse(store.state.filter);
    } catch {
      return [];
    }
  };
  const add = (field: string, value: string) => {
    const term = { field, values: [value.replace(/["“”]/g, "")], wanted: true };
    const written = write(term);
    const kept = terms().map(write);
    store.set({ filter: (kept.includes(written) ? kept : [...kept, written]).join(" ") });
  };
  /** Only what may have happened in this stretch of time, in seconds: in days, or in minutes where it is shorter than two days. */
  const between = ([from, to]: [number, number]) => {
    const say = (at: number) =>
      to - from > 2 * DAY ? minuteText(at).split("T")[0] : minuteText(at);
    const kept = terms()
      .filter(({ field }) => field !== "since" && field !== "until")
      .map(write);
    store.set({ filter: [...kept, `since:${say(from)}`, `until:${say(to)}`].join(" ") });
  };
  return { add, between, terms };
}
