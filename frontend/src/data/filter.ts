// The FILTER language as the Python side reads it: terms side by side all apply, a comma means
// "or", a minus "not".

import { pointInterval } from "./calendar";
import type { Events } from "./events";
import { ACCEPTED, CERTAIN, DISPUTED, POSSIBLE, PROBABLE, REJECTED } from "./model";
import { fold, t } from "../messages";

export interface Term {
  field: string;
  values: string[];
  included: boolean;
}

type Holds = (event: number) => boolean;

export class FilterError extends Error {}

const QUOTED = `"[^"]*"|“[^”]*”`;
const TOKEN = new RegExp(`(?:[^\\s"“”]|${QUOTED})+`, "g");
const PIECE = new RegExp(`(?:[^,"“”]|${QUOTED})+`, "g");
const FIELD = /^(-?)([A-Za-z]+):([^]*)$/;

/** The terms of a filter expression. Throws FilterError. */
export function parse(text: string): Term[] {
  if (text.replace(TOKEN, "").trim()) throw new FilterError(t("filter.quotation"));
  return (text.match(TOKEN) ?? []).map(term);
}

/** The term as an expression. */
export function write({ field, values, included }: Term): string {
  const quoted = values.map((v) => (/[\s,]|^-/.test(v) ? `"${v}"` : v));
  return `${included ? "" : "-"}${field}:${quoted.join(",")}`;
}

/**
 * The events that match the terms, in order. Throws FilterError for values the chronology doesn't
 * have.
 */
export function select(events: Events, terms: Term[]): Int32Array {
  const built = terms.map(
    (term) => [FIELDS[term.field](events, term.values), term.included] as const,
  );
  const chosen = new Int32Array(events.length);
  let n = 0;
  for (let i = 0; i < events.length; i++)
    if (built.every(([holds, included]) => holds(i) === included)) chosen[n++] = i;
  return chosen.subarray(0, n);
}

function term(token: string): Term {
  const match = FIELD.exec(token);
  const minus = match ? match[1] : token.startsWith("-") ? "-" : "";
  const field = match ? match[2].toLowerCase() : "text";
  const rest = match ? match[3] : token.replace(/^-/, "");
  if (!(field in FIELDS))
    throw new FilterError(t("filter.field", { field, known: Object.keys(FIELDS).join(", ") }));
  const values = (rest.match(PIECE) ?? [])
    .map((piece) => fold(piece.replace(/["“”]/g, "")))
    .filter(Boolean);
  if (!values.length) throw new FilterError(t("filter.empty", { field }));
  return { field, values, included: !minus };
}

function one(value: string, known: Iterable<string>, field: string): FilterError {
  const names = [...known];
  const shown = names.slice(0, 8).join(", ");
  return new FilterError(
    t("filter.unknown", {
      field,
      value,
      known: names.length ? shown + (names.length > 8 ? " …" : "") : "–",
    }),
  );
}

const lower = (text: string) => text.toLowerCase();
const wordsOf = (text: string) => lower(text).match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Whether the words of the value occur in the name, whole and adjacent. */
function names(value: string, name: string): boolean {
  const asked = wordsOf(value);
  const words = wordsOf(name);
  return asked.length > 0 && words.some((_, i) => asked.every((word, k) => words[i + k] === word));
}

function kind(events: Events, values: string[]): Holds {
  const kinds = events.index.kinds;
  const meant = new Set(values.map((v) => kinds.findIndex((k) => lower(k) === lower(v))));
  const missing = values.find((v) => !kinds.some((k) => lower(k) === lower(v)));
  if (missing !== undefined) throw one(missing, kinds, "kind");
  return (i) => meant.has(events.index.events.kind[i]);
}

function actor(events: Events, values: string[]): Holds {
  const meant = new Set<number>();
  for (const value of values) {
    const before = meant.size;
    let found = false;
    events.index.actors.forEach(([id, name, , aliases], n) => {
      if (value === id || names(value, name) || aliases.some((alias) => names(value, alias))) {
        meant.add(n);
        found = true;
      }
    });
    if (!found && meant.size === before)
      throw one(
        value,
        events.index.actors.map((a) => a[1]),
        "actor",
      );
  }
  return (i) => events.index.events.actors[i].some((a) => meant.has(a));
}

function group(events: Events, values: string[]): Holds {
  const groups = events.index.groups;
  const meant = new Set<string>();
  for (const value of values) {
    const name = Object.keys(groups).find((g) => lower(g) === lower(value));
    if (name === undefined) throw one(value, Object.keys(groups), "group");
    groups[name].forEach((id) => meant.add(id));
  }
  return (i) => events.index.events.actors[i].some((a) => meant.has(events.index.actors[a][0]));
}

function text(events: Events, values: string[]): Holds {
  const meant = values.map((v) => lower(fold(v)));
  const { texts } = events;
  return (i) => meant.some((words) => texts[i].includes(words));
}

function source(events: Events, values: string[]): Holds {
  const meant = new Set<number>();
  events.index.sources.forEach((name, n) => values.some((v) => names(v, name)) && meant.add(n));
  return (i) => events.index.events.sources[i].some((s) => meant.has(s));
}

function certainty(events: Events, values: string[]): Holds {
  const bits: Record<string, number> = { certain: CERTAIN, probable: PROBABLE, possible: POSSIBLE };
  const missing = values.find((v) => !(lower(v) in bits));
  if (missing !== undefined) throw one(missing, Object.keys(bits), "certainty");
  const mask = values.reduce((all, v) => all | bits[lower(v)], 0);
  return (i) => (events.flags[i] & mask) !== 0;
}

function since(events: Events, values: string[]): Holds {
  const from = moment(values, "since")[0];
  return (i) => bounded(events, i) && !(latest(events, i) <= from);
}

function until(events: Events, values: string[]): Holds {
  const to = moment(values, "until")[1];
  return (i) => bounded(events, i) && !(earliest(events, i) >= to);
}

function during(events: Events, values: string[]): Holds {
  const [from, to] = moment(values, "during");
  return (i) =>
    bounded(events, i) && !(latest(events, i) <= from) && !(earliest(events, i) >= to);
}

function moment(values: string[], field: string): [number, number] {
  const interval = values.length === 1 ? pointInterval(values[0]) : null;
  if (!interval) throw new FilterError(t("filter.date", { field }));
  return interval;
}

function dated(events: Events, values: string[]): Holds {
  const missing = values.find((v) => !["yes", "no"].includes(lower(v)));
  if (missing !== undefined) throw one(missing, ["yes", "no"], "dated");
  const meant = new Set(values.map((v) => lower(v) === "yes"));
  return (i) => meant.has(events.isDated(i));
}

export const STATUSES = ["proposed", "accepted", "rejected", "disputed"];

/** The index of an event's status; 0 if nobody decided. */
export function statusOf(events: Events, i: number): number {
  const flags = events.flags[i];
  return flags & ACCEPTED ? 1 : flags & REJECTED ? 2 : flags & DISPUTED ? 3 : 0;
}

function status(events: Events, values: string[]): Holds {
  const missing = values.find((v) => !STATUSES.includes(lower(v)));
  if (missing !== undefined) throw one(missing, STATUSES, "status");
  const meant = new Set(values.map((v) => STATUSES.indexOf(lower(v))));
  return (i) => meant.has(statusOf(events, i));
}

/** The tightest bounds, stated or implied; NaN if open. */
function earliest(events: Events, i: number): number {
  return tighter(events.start[i], events.earliest[i], Math.max);
}

function latest(events: Events, i: number): number {
  return tighter(events.end[i], events.latest[i], Math.min);
}

function tighter(a: number, b: number, pick: (a: number, b: number) => number): number {
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : pick(a, b);
}

function bounded(events: Events, i: number): boolean {
  return !(Number.isNaN(earliest(events, i)) && Number.isNaN(latest(events, i)));
}

const FIELDS: Record<string, (events: Events, values: string[]) => Holds> = {
  kind,
  actor,
  group,
  text,
  source,
  certainty,
  since,
  until,
  during,
  dated,
  status,
};
