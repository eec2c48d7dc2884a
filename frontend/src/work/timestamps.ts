// Timestamps of the log, which are UTC, in the user's time zone.

import { monthName } from "../messages";

export function formatTimestamp(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const two = (n: number) => String(n).padStart(2, "0");
  const date = `${moment.getDate()} ${monthName(moment.getMonth() + 1)} ${moment.getFullYear()}`;
  return `${date}, ${moment.getHours()}:${two(moment.getMinutes())}`;
}
