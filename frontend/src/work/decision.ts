// What the rooms say to the workbench, and the workbench to them.

import type { Span } from "../data/model";
import type { Line } from "./api";
import type { Mention } from "./buildData";

/** What a person decides, in the ids of the build that is looked at. */
export interface Decision {
  act: string;
  /** The claims of each event that is meant. */
  claims?: string[][];
  /** The places of each actor that is meant. */
  mentions?: Mention[][];
  document?: string;
  span?: Span;
  predicate?: Span;
  value?: string;
  why?: string;
}

/** A line that tells what has just happened; `undo` is the decision that can be taken back. */
export interface StatusMessage {
  words: string;
  problem?: boolean;
  undo?: string;
}

/** A decision that was not kept, since somebody else decided about the same words. */
export interface EditConflict {
  decision: Decision;
  item: string;
  since: Line[];
}

/** A date that changed with the date of its document. */
export interface DateChanges {
  document: string;
  rows: { event: string; words: string; from: string; to: string }[];
}

/** A decision that is being written: which of the options, the value and the reason. */
export interface Draft {
  asking: number;
  value: string;
  why: string;
}
