// Which period to show first.

import { DAY } from "../data/calendar";
import type { Events } from "../data/events";
import { middle } from "./canvas";

const MARGIN = 0.06;

/** The period of all matching events; of rejected ones only if there are no others. */
export function fit(events: Events, all: Int32Array): [number, number] {
  let [from, to] = [Infinity, -Infinity];
  const chosen = counted(events, all);
  for (const i of chosen) {
    if (!events.isDated(i)) continue;
    const [start, end] = [events.start[i], events.end[i]];
    from = Math.min(from, Number.isNaN(start) ? end : start);
    to = Math.max(to, Number.isNaN(end) ? start : end);
  }
  return from <= to ? padded(from, to) : padded(...events.extent);
}

/**
 * The shortest period with half of the events, if the others would squeeze it into a corner; else
 * all.
 */
export function focus(events: Events, chosen: Int32Array): [number, number] {
  const all = fit(events, chosen);
  const middles = [...counted(events, chosen)]
    .filter((i) => events.isDated(i))
    .map((i) => middle(events, i))
    .sort((a, b) => a - b);
  const most = Math.ceil(middles.length / 2);
  if (most < 4) return all;
  let [from, to] = [middles[0], middles[middles.length - 1]];
  for (let k = 0; k + most - 1 < middles.length; k++) {
    if (middles[k + most - 1] - middles[k] < to - from)
      [from, to] = [middles[k], middles[k + most - 1]];
  }
  return to - from < (all[1] - all[0]) / 12 ? padded(from, to) : all;
}

function counted(events: Events, chosen: Int32Array): Int32Array {
  return chosen.subarray(0, events.countedIn(chosen) || chosen.length);
}

function padded(from: number, to: number): [number, number] {
  const margin = Math.max((to - from) * MARGIN, DAY / 4);
  // Labels are to the right of their marks.
  return [from - margin, to + margin * 3];
}
