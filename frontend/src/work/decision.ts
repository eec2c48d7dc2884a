// What the views pass to the workbench's state, and what it passes back.

import type { Span } from "../data/model";
import type { Line } from "./api";
import type { Mention } from "./buildData";

/** A decision, in the ids of the current build. */
export interface Decision {
  act: string;
  /** The claims of each event. */
  claims?: string[][];
  /** The mentions of each actor. */
  mentions?: Mention[][];
  document?: string;
  span?: Span;
  predicate?: Span;
  value?: string;
  why?: string;
}

/** The status line; `undo` is the decision that can be undone. */
export interface StatusMessage {
  words: string;
  problem?: boolean;
  undo?: string;
}

/** A decision that was not saved, because somebody else decided about the same words. */
export interface EditConflict {
  decision: Decision;
  item: string;
  since: Line[];
}

/** The dates that changed with a publication date. */
export interface DateChanges {
  document: string;
  rows: { event: string; words: string; from: string; to: string }[];
}

/** A decision being written: the option, the value and the reason. */
export interface Draft {
  asking: number;
  value: string;
  why: string;
}
