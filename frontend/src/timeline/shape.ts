// What is drawn of an event's time: what the words say, where they leave an end open, and what only other events imply.

import type { Events } from "../data/events";

export const OPEN = 70; // pixels over which an open end fades
export const POINT = 7; // pixels: a stretch that is narrower is drawn as a point

export interface Shape {
  /** What the words say, in seconds; from > to where they say nothing. */
  from: number;
  to: number;
  openLeft: boolean;
  openRight: boolean;
  /** What other events leave of it; null where they imply no more than the words. */
  implied: { from: number; to: number; openLeft: boolean; openRight: boolean } | null;
}

/** The shape of an event at so many seconds a pixel. */
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

/** From where to where anything is drawn, with the least width of a mark. */
export function reach(shape: Shape, perPixel: number): [number, number] {
  const said = shape.from <= shape.to;
  const from = said ? shape.from : shape.implied!.from;
  const to = said ? shape.to : shape.implied!.to;
  const least = (POINT + 2) * perPixel;
  return to - from < least ? [(from + to - least) / 2, (from + to + least) / 2] : [from, to];
}
