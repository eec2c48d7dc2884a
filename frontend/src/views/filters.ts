// The filter's words, changed by click.

import { parse, write } from "../data/filter";
import { useDesk } from "./context";

/** `add` puts one more value into the filter's line, `terms` reads it; a line that can't be read is replaced. */
export function useWords() {
  const { store } = useDesk();
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
  return { add, terms };
}
