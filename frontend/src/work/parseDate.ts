// Dates as people write them → EDTF: 16 January 1917, January 16, 1917, spring 1917, about 1917,
// 11 to 15 July 1916, after 3 May 1917.

import { monthName, t } from "../messages";
import { isDate } from "./edtf";

const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? (\p{L}+)\.?,? (\d{4})$/u;
const MONTH_FIRST = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const MONTH = /^(\p{L}+)\.?(?: of)?,? (\d{4})$/u;
const DECADE = /^(?:the )?(\d{3})0s$/;
const LEAST = 3; // letters of a month's name

/** The EDTF value of a date in words; null if it is not certain. */
export function parseDate(written: string): string | null {
  const text = written.trim().replace(/\s+/g, " ");
  const words = text.toLowerCase();
  const value = isDate(text)
    ? text
    : words === t("date.unknown")
      ? "unknown"
      : (open(words) ?? range(words) ?? marked(words));
  return value !== null && isDate(value) ? value : null;
}

function open(words: string): string | null {
  const until = rest(words, "date.words.until");
  if (until) return both("..", marked(until));
  const from = rest(words, "date.words.from");
  return from ? both(marked(from), "..") : null;
}

function range(words: string): string | null {
  const match = new RegExp(
    `^(?:(?:${t("date.words.between")}) )?(.+?) ?(?:${t("date.words.to")}|–) ?(.+)$`,
    "u",
  ).exec(words);
  if (!match) return null;
  const [, first, last] = match;
  // "11 to 15 July 1916", "March to June 1917": the first end takes what it lacks from the second.
  const ends = last.split(" ");
  for (let n = 0; n < ends.length; n++) {
    const start = marked([first, ...ends.slice(ends.length - n)].join(" "));
    if (start) return both(start, marked(last));
  }
  return null;
}

function marked(words: string): string | null {
  const about = rest(words, "date.words.about");
  const perhaps = rest(words, "date.words.perhaps");
  const value = point(about ?? perhaps ?? words);
  return value && value + (about ? "~" : perhaps ? "?" : "");
}

function point(words: string): string | null {
  if (/^\d{4}$/.test(words) || (isDate(words) && !words.includes("/"))) return words;
  const decade = DECADE.exec(words);
  if (decade) return `${decade[1]}X`;
  const [day, other] = [DAY_FIRST.exec(words), MONTH_FIRST.exec(words)];
  if (day) return date(day[3], day[2], day[1]);
  if (other) return date(other[3], other[1], other[2]);
  const month = MONTH.exec(words);
  return month && (date(month[2], month[1]) ?? season(month[2], month[1]));
}

function date(year: string, name: string, day = ""): string | null {
  const months = Array.from({ length: 12 }, (_, n) => monthName(n + 1).toLowerCase());
  const n =
    name.length < LEAST
      ? -1
      : months.findIndex(
          (month) => month.startsWith(name) || (name === "sept" && month.startsWith("sep")),
        );
  return n < 0 ? null : [year, two(n + 1), ...(day ? [two(Number(day))] : [])].join("-");
}

function season(year: string, name: string): string | null {
  const code = ["21", "22", "23", "24"].find((n) => t(`season.${n}`) === name);
  return code ? `${year}-${code}` : null;
}

/** What follows one of the key's words, or precedes "or" and one of them. */
function rest(words: string, key: string): string | null {
  const match =
    new RegExp(`^(?:${t(key)})\\.? (.+)$`, "u").exec(words) ??
    new RegExp(`^(.+) or (?:${t(key)})$`, "u").exec(words);
  return match?.[1] ?? null;
}

const both = (from: string | null, to: string | null): string | null =>
  from && to ? `${from}/${to}` : null;
const two = (n: number): string => String(n).padStart(2, "0");
