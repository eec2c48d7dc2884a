// Moments of the log, which are UTC, in the time of the person who looks.

import { monthName } from "../messages";

export function formatTimestamp(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${moment.getDate()} ${monthName(moment.getMonth() + 1)} ${moment.getFullYear()}, ${moment.getHours()}:${two(moment.getMinutes())}`;
}
