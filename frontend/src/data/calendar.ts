// Seconds from 1970-01-01T00:00, proleptic Gregorian with a year 0, without time zones, as in
// edtf.py.

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;
export const YEAR = 31_556_952; // the mean

export function daysFromCivil(year: number, month: number, day = 1): number {
  year += Math.floor((month - 1) / 12);
  month = ((((month - 1) % 12) + 12) % 12) + 1;
  if (month <= 2) year -= 1;
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  );
}

export function civilFromDays(days: number): [year: number, month: number, day: number] {
  days += 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return [
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  ];
}

const TIME = String.raw`(?:T([01]\d|2[0-3])(?::([0-5]\d)(?::([0-5]\d))?)?)?`;
const DAY_AND_TIME = String.raw`(?:-(\d\d)${TIME})?`;
/** An EDTF point: year, month, day, hour, minute, second, mark. */
export const POINT = new RegExp(
  String.raw`^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)${DAY_AND_TIME})?([~?%])?$`,
);
const SEASONS: Record<number, [month: number, months: number]> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
};

/** The half-open interval of one EDTF point (a day, a month, a decade …); null if it is none. */
export function pointInterval(value: string): [start: number, end: number] | null {
  const match = POINT.exec(value);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  if (year.includes("X")) {
    const first = Number(year.replaceAll("X", "0"));
    return [
      daysFromCivil(first, 1) * DAY,
      daysFromCivil(first + 10 ** (year.split("X").length - 1), 1) * DAY,
    ];
  }
  const y = Number(year);
  if (!month) return [daysFromCivil(y, 1) * DAY, daysFromCivil(y + 1, 1) * DAY];
  const m = Number(month);
  const [first, months] = SEASONS[m] ?? [m, 1];
  if (!SEASONS[m] && (m < 1 || m > 12)) return null;
  if (!day) return [daysFromCivil(y, first) * DAY, daysFromCivil(y, first + months) * DAY];
  const at =
    daysFromCivil(y, m, Number(day)) * DAY +
    Number(hour ?? 0) * HOUR +
    Number(minute ?? 0) * MINUTE +
    Number(second ?? 0);
  return [at, at + (second ? 1 : minute ? MINUTE : hour ? HOUR : DAY)];
}

/** The EDTF minute of a number of seconds, for the page's address. */
export function minuteText(seconds: number): string {
  const days = Math.floor(seconds / DAY);
  const [year, month, day] = civilFromDays(days);
  const rest = Math.floor((seconds - days * DAY) / MINUTE);
  const two = (n: number) => String(n).padStart(2, "0");
  const sign = year < 0 ? "-" : "";
  const date = `${sign}${String(Math.abs(year)).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return `${date}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
