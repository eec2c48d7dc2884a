// Access to the workbench's state for every view.

import { createContext } from "preact";
import { useContext, useLayoutEffect, useReducer } from "preact/hooks";
import type { Workbench } from "./workbenchState";

export const WorkbenchContext = createContext<Workbench | null>(null);

/** The workbench's state; redraws when one of `parts` changes. */
export function useWorkbench(...parts: Parameters<Workbench["on"]>[0]): Workbench {
  const workbench = useContext(WorkbenchContext)!;
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  // Subscribes at once: a change between drawing and a later effect would be missed.
  useLayoutEffect(() => workbench.on(parts, () => redraw()), [workbench]);
  return workbench;
}

/** The claims of an event as a decision names them. */
export const claimsOf = (event: { claims: { id: string }[] }): string[] =>
  event.claims.map((c) => c.id);
