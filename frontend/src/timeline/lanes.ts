// Which events belong to which lane, and to which row of it.

import type { Events } from "../data/events";
import type { Lanes } from "../state";
import { t, valueName } from "../messages";

export interface Lane {
  name: string;
  /** Event indices in order. */
  events: Int32Array;
}

export const MOST_LANES = 40;

/**
 * The lanes of the matching events, fullest first; then events without a lane, then rejected ones.
 */
export function lanesOf(events: Events, chosen: Int32Array, by: Lanes): Lane[] {
  const counted = events.countedIn(chosen);
  const rejected = chosen
    .slice(counted)
    .filter((i) => !Number.isNaN(events.anchor(i)))
    .sort((a, b) => events.anchor(a) - events.anchor(b));
  const last = rejected.length ? [{ name: t("rejected"), events: rejected }] : [];
  return [...countedLanes(events, chosen.subarray(0, counted), by), ...last];
}

function countedLanes(events: Events, chosen: Int32Array, by: Lanes): Lane[] {
  const drawn = chosen.filter((i) => !Number.isNaN(events.anchor(i)));
  const undated = drawn.filter((i) => !events.isDated(i));
  const dated = drawn.filter((i) => events.isDated(i));
  const top = undated.length ? [{ name: t("undated"), events: undated }] : [];
  if (by === "none") return [...top, { name: "", events: dated }];
  const { names, of } = keys(events, by);
  const lists = new Map<number, number[]>();
  for (const i of dated) {
    const found = of(i);
    for (const key of found.length ? found : [-1]) {
      const list = lists.get(key);
      if (list) list.push(i);
      else lists.set(key, [i]);
    }
  }
  const rest = lists.get(-1);
  lists.delete(-1);
  const ordered = [...lists].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const lanes = ordered
    .slice(0, MOST_LANES)
    .map(([key, list]) => ({ name: names(key), events: Int32Array.from(list) }));
  const others = [...new Set(ordered.slice(MOST_LANES).flatMap(([, list]) => list))].sort(
    (a, b) => a - b,
  );
  if (others.length)
    lanes.push({
      name: t("lanes.others", { n: ordered.length - MOST_LANES }),
      events: Int32Array.from(others),
    });
  if (rest) lanes.push({ name: t(`lanes.no.${by}`), events: Int32Array.from(rest) });
  return [...top, ...lanes];
}

function keys(
  events: Events,
  by: Exclude<Lanes, "none">,
): { names: (key: number) => string; of: (i: number) => number[] } {
  const { index } = events;
  if (by === "kind")
    return { names: (k) => valueName("kind", index.kinds[k]), of: (i) => [index.events.kind[i]] };
  if (by === "actor")
    return { names: (k) => index.actors[k][1], of: (i) => index.events.actors[i] };
  if (by === "document")
    return { names: (k) => index.documents[k].title, of: (i) => index.events.documents[i] };
  if (by === "source")
    return { names: (k) => index.sources[k], of: (i) => index.events.sources[i] };
  const groups = Object.keys(index.groups);
  const members = groups.map((name) => new Set(index.groups[name]));
  const ofActor = index.actors.map(([id]) =>
    groups.flatMap((_, g) => (members[g].has(id) ? [g] : [])),
  );
  return {
    names: (k) => groups[k],
    of: (i) => [...new Set(index.events.actors[i].flatMap((a) => ofActor[a]))],
  };
}

/**
 * The row of each event of a lane, from 0, at this many seconds per pixel; -1 if there is no room.
 */
export function pack(
  lane: Lane,
  perPixel: number,
  rows: number,
  label: (i: number) => number,
  extent: (i: number) => [number, number],
): Int8Array {
  const placed = new Int8Array(lane.events.length);
  const taken = new Float64Array(rows).fill(-Infinity); // ends of rows with labels
  const marked = new Float64Array(rows).fill(-Infinity); // end of its marks
  for (let k = 0; k < lane.events.length; k++) {
    const [from, to] = extent(lane.events[k]);
    let row = taken.findIndex((end) => end <= from);
    if (row < 0) row = marked.findIndex((end) => end <= from);
    placed[k] = row;
    if (row < 0) continue;
    marked[row] = to + 3 * perPixel;
    taken[row] = Math.max(to, from) + label(lane.events[k]) * perPixel;
  }
  return placed;
}
