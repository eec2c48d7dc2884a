// Entries: the main event of each sentence, and those that rank highest.

import type { Events } from "./events";

export const KEY = 50; // entries that a long chronology opens with
const LONG = 200; // entries: beyond it a chronology opens with its key events
export const ALL = Infinity;
const STEPS = [10, 25, 50, 100, 200, 500, 1000, 2000, 5000];

/** How many entries a chronology shows if nobody has chosen. */
export function usual(events: Events): number {
  return events.entries > LONG ? KEY : ALL;
}

/** The numbers of entries that a slider offers for so many; the last is all of them. */
export function steps(entries: number): number[] {
  return [...STEPS.filter((n) => n < entries), ALL];
}

/**
 * The entries among chosen events: without those whose main event is chosen too, and at most so
 * many of the others, those that rank highest. Rejected events are shown only with all.
 */
export function entriesOf(events: Events, chosen: Int32Array, most: number): Int32Array {
  const among = new Uint8Array(events.length);
  for (const i of chosen) among[i] = 1;
  const main = chosen.filter((i) => !events.isMinor(i) || !among[events.index.events.main[i]]);
  if (main.length <= most) return main;
  const ranks = main.filter((i) => events.rank(i) > 0).map((i) => events.rank(i));
  ranks.sort();
  const last = ranks[Math.min(most, ranks.length) - 1] ?? 0;
  return main.filter((i) => events.rank(i) > 0 && events.rank(i) <= last);
}
