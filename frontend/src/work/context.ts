// The workbench, for every view of the workbench.

import { createContext } from "preact";
import { useContext, useLayoutEffect, useReducer } from "preact/hooks";
import type { Workbench } from "./workbenchState";

export const WorkbenchContext = createContext<Workbench | null>(null);

/** The workbench, drawn anew when one of `parts` changes. */
export function useWorkbench(...parts: Parameters<Workbench["on"]>[0]): Workbench {
  const workbench = useContext(WorkbenchContext)!;
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  // Before anything else happens: what is told between drawing and a later effect would be missed.
  useLayoutEffect(() => workbench.on(parts, () => redraw()), [workbench]);
  return workbench;
}

/** The claims of an event as a decision names them. */
export const claimsOf = (event: { claims: { id: string }[] }): string[] =>
  event.claims.map((c) => c.id);
