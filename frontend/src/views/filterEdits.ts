// Changes to the filter expression by clicking.

import { DAY, minuteText } from "../data/calendar";
import { parse, write } from "../data/filter";
import { useWorkspace } from "./context";

/**
 * `add` adds a value to the filter, `between` a period, `terms` parses it. An expression that can't
 * be parsed is replaced.
 */
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
    const term = { field, values: [value.replace(/["“”]/g, "")], included: true };
    const written = write(term);
    const kept = terms().map(write);
    store.set({ filter: (kept.includes(written) ? kept : [...kept, written]).join(" ") });
  };
  /**
   * Limits the filter to a period in seconds: by days, or by minutes if it is shorter than two
   * days.
   */
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
