// The shape drawn for an event's time: what is stated, where it is open, and what only other events
// imply.

import type { Events } from "../data/events";

export const OPEN = 70; // pixels over which an open end fades
export const POINT = 7; // pixels: a narrower interval is drawn as a point

export interface Shape {
  /** The stated interval in seconds; from > to if none is stated. */
  from: number;
  to: number;
  openLeft: boolean;
  openRight: boolean;
  /** The implied interval; null if other events imply no more than what is stated. */
  implied: { from: number; to: number; openLeft: boolean; openRight: boolean } | null;
}

/** The shape of an event at this many seconds per pixel. */
export function shapeOf(events: Events, i: number, perPixel: number): Shape {
  const [start, end] = [events.start[i], events.end[i]];
  const stated = stretch(start, end, perPixel);
  const [earliest, latest] = [events.earliest[i], events.latest[i]];
  const later = !Number.isNaN(earliest) && !(start >= earliest);
  const sooner = !Number.isNaN(latest) && !(end <= latest);
  if (!later && !sooner) return { ...stated, implied: null };
  return { ...stated, implied: stretch(later ? earliest : start, sooner ? latest : end, perPixel) };
}

function stretch(
  start: number,
  end: number,
  perPixel: number,
): { from: number; to: number; openLeft: boolean; openRight: boolean } {
  const [openLeft, openRight] = [Number.isNaN(start), Number.isNaN(end)];
  if (openLeft && openRight) return { from: 1, to: 0, openLeft, openRight };
  return {
    from: openLeft ? end - OPEN * perPixel : start,
    to: openRight ? start + OPEN * perPixel : end,
    openLeft,
    openRight,
  };
}

/** The extent of the drawing, including the minimal width of a mark. */
export function reach(shape: Shape, perPixel: number): [number, number] {
  const stated = shape.from <= shape.to;
  const from = stated ? shape.from : shape.implied!.from;
  const to = stated ? shape.to : shape.implied!.to;
  const least = (POINT + 2) * perPixel;
  return to - from < least ? [(from + to - least) / 2, (from + to + least) / 2] : [from, to];
}
