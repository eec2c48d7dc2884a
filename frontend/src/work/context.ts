// The bench, for every view of the workbench.

import { createContext } from "preact";
import { useContext, useLayoutEffect, useReducer } from "preact/hooks";
import type { Bench } from "./bench";

export const BenchContext = createContext<Bench | null>(null);

/** The bench, drawn anew when one of `parts` changes. */
export function useBench(...parts: Parameters<Bench["on"]>[0]): Bench {
  const bench = useContext(BenchContext)!;
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  // Before anything else happens: what is told between drawing and a later effect would be missed.
  useLayoutEffect(() => bench.on(parts, () => redraw()), [bench]);
  return bench;
}

/** The claims of an event as a decision names them. */
export const claimsOf = (event: { claims: { id: string }[] }): string[] =>
  event.claims.map((c) => c.id);
