// The ticks of the axis, from millennia to minutes, and their labels.

import { civilFromDays, DAY, daysFromCivil, HOUR, MINUTE, YEAR } from "../data/calendar";
import { monthName, t } from "../messages";

export interface Tick {
  at: number;
  label: string;
}

interface ScrollSync {
  /** Approximate length in seconds. */
  length: number;
  /** Pixels that the label needs. */
  room: number;
  /** The tick at or before a moment, and the next one. */
  floor(at: number): number;
  next(at: number): number;
  label(at: number): string;
  /** The longer label, for the tick at the left edge. */
  context: string;
}

const day = (at: number) => civilFromDays(Math.floor(at / DAY));
const yearName = (year: number) => (year <= 0 ? t("axis.bc", { year: 1 - year }) : String(year));
const clock = (at: number) => {
  const rest = ((at % DAY) + DAY) % DAY;
  const minute = String(Math.floor((rest % HOUR) / MINUTE)).padStart(2, "0");
  return `${Math.floor(rest / HOUR)}:${minute}`;
};

function fixed(length: number, room: number, context: string): ScrollSync {
  return {
    length,
    room,
    context,
    floor: (at) => Math.floor(at / length) * length,
    next: (at) => at + length,
    label: clock,
  };
}

function months(n: number, room: number): ScrollSync {
  const start = (year: number, month: number) => daysFromCivil(year, month) * DAY;
  return {
    length: (YEAR / 12) * n,
    room,
    context: "year",
    floor: (at) => {
      const [year, month] = day(at);
      return start(year, month - ((month - 1) % n));
    },
    next: (at) => {
      const [year, month] = day(at);
      return start(year, month + n);
    },
    label: (at) => (n > 1 || room > 60 ? monthName(day(at)[1]) : monthName(day(at)[1]).slice(0, 3)),
  };
}

function years(n: number): ScrollSync {
  const start = (year: number) => daysFromCivil(year, 1) * DAY;
  return {
    length: YEAR * n,
    room: 52,
    context: "none",
    floor: (at) => start(Math.floor(day(at)[0] / n) * n),
    next: (at) => start(day(at)[0] + n),
    label: (at) => yearName(day(at)[0]),
  };
}

function days(n: number, room: number): ScrollSync {
  return {
    length: DAY * n,
    room,
    context: "month",
    floor: (at) => {
      const [year, month, of] = day(at);
      return daysFromCivil(year, month, of - ((of - 1) % n)) * DAY;
    },
    next: (at) => {
      const [year, month, of] = day(at);
      const next = daysFromCivil(year, month, of + n);
      const [, nextMonth, nextOf] = civilFromDays(next);
      // A division shorter than half its length at the end of a month is skipped.
      return (
        (nextMonth !== month ||
        (n > 1 && civilFromDays(next + Math.floor(n / 2))[1] !== month && nextOf > 1)
          ? daysFromCivil(year, month + 1)
          : next) * DAY
      );
    },
    label: (at) => String(day(at)[2]),
  };
}

const STEPS: ScrollSync[] = [
  fixed(MINUTE, 44, "day"),
  fixed(5 * MINUTE, 44, "day"),
  fixed(15 * MINUTE, 44, "day"),
  fixed(HOUR, 44, "day"),
  fixed(3 * HOUR, 44, "day"),
  fixed(6 * HOUR, 44, "day"),
  days(1, 24),
  days(5, 24),
  days(10, 24),
  months(1, 36),
  months(3, 76),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(years),
];

/** The finest divisions of a period, at this many seconds per pixel, whose labels still fit. */
export function ticks(
  from: number,
  to: number,
  perPixel: number,
): { step: ScrollSync; minor: Tick[]; context: Tick[] } {
  const step = STEPS.find((s) => s.length / perPixel >= s.room) ?? STEPS[STEPS.length - 1];
  const minor: Tick[] = [];
  for (let at = step.floor(from); at <= to; at = step.next(at))
    minor.push({ at, label: step.label(at) });
  return { step, minor, context: contexts(step.context, from, to) };
}

/**
 * The coarser divisions above the finer ones: days over hours, months over days, years over months.
 */
function contexts(name: string, from: number, to: number): Tick[] {
  if (name === "none") return [];
  const step = { day: days(1, 0), month: months(1, 0), year: years(1) }[name]!;
  const found: Tick[] = [];
  for (let at = step.floor(from); at <= to; at = step.next(at))
    found.push({ at, label: contextLabel(name, at) });
  return found;
}

function contextLabel(name: string, at: number): string {
  const [year, month, of] = day(at);
  if (name === "year") return yearName(year);
  return `${name === "day" ? `${of} ` : ""}${monthName(month)} ${yearName(year)}`;
}
