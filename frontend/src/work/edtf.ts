// EDTF as edtf.py reads and formats it, so that a date can be checked while it is typed.

import { DAY, daysFromCivil, POINT, pointInterval } from "../data/calendar";
import { monthName, t } from "../messages";

export function isDate(value: string): boolean {
  if (value === "unknown") return true;
  const [left, right, more] = value.split("/");
  if (more !== undefined) return false;
  if (right === undefined) return isPoint(left);
  if (left === ".." && right === "..") return false;
  if (!(left === ".." || isPoint(left)) || !(right === ".." || isPoint(right))) return false;
  return left === ".." || right === ".." || pointInterval(left)![0] < pointInterval(right)![1];
}

function isPoint(value: string): boolean {
  const match = POINT.exec(value);
  if (!match || !pointInterval(value)) return false;
  const [, year, month, day] = match;
  if (year.includes("X")) return !month;
  if (!day) return true;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return (
    m <= 12 && d >= 1 && d <= (daysFromCivil(y, m + 1) * DAY - daysFromCivil(y, m) * DAY) / DAY
  );
}

/** A valid value in words. */
export function formatDate(value: string): string {
  if (value === "unknown") return t("date.unknown");
  const [left, right] = value.split("/");
  if (right === undefined) return formatPoint(left);
  if (left === "..") return t("date.before", { date: formatPoint(right) });
  if (right === "..") return t("date.after", { date: formatPoint(left) });
  return t(
    "date.range",
    /[~?%]/.test(left + right)
      ? { from: formatPoint(left), to: formatPoint(right) }
      : apart(left, right),
  );
}

/** Both ends of a range, common parts once: 11 to 15 July 2016; 5 March 1911, 08:51 to 09:26. */
function apart(left: string, right: string): { from: string; to: string } {
  const [from, to] = [formatPoint(left), formatPoint(right)];
  const [day, other] = [left.split("T"), right.split("T")];
  if (day.length > 1 || other.length > 1)
    return {
      from,
      to:
        day.length === other.length && day[0] === other[0]
          ? to.slice(to.lastIndexOf(", ") + 2)
          : to,
    };
  const [one, two] = [from.split(" "), to.split(" ")];
  let shared = 0;
  while (
    one.length === two.length &&
    shared < one.length - 1 &&
    one.at(-1 - shared) === two.at(-1 - shared)
  )
    shared++;
  return { from: one.slice(0, one.length - shared).join(" "), to };
}

function formatPoint(value: string): string {
  const [, year, month, day, hour, minute, second, mark] = POINT.exec(value)!;
  let text = formatYear(year);
  if (month)
    text = `${Number(month) <= 12 ? monthName(Number(month)) : t(`season.${month}`)} ${text}`;
  if (day) text = `${Number(day)} ${text}`;
  if (hour) text += `, ${hour}${minute ? `:${minute}` : "h"}${second ? `:${second}` : ""}`;
  return mark
    ? t({ "~": "date.about", "?": "date.perhaps", "%": "date.perhaps about" }[mark]!, {
        date: text,
      })
    : text;
}

function formatYear(year: string): string {
  const first = Number(year.replaceAll("X", "0"));
  if (year.endsWith("XX")) return t("date.century", { from: first, to: first + 99 });
  if (year.endsWith("X")) return t("date.decade", { first });
  return first <= 0 ? t("axis.bc", { year: 1 - first }) : String(first);
}
