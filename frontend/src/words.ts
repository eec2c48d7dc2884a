// The words of the interface: they come with the data, from messages/page.py, so that a translation needs no new build.

let words: Record<string, string> = {};
let months: string[] = [];

export function giveWords(given: Record<string, string>, names: string[]): void {
  words = given;
  months = names;
}

/** The words of a key, with `{name}` filled in. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** So many of a thing. */
export function count(key: string, n: number): string {
  return t(`${key}.${n === 1 ? "one" : "other"}`, { n: number(n) });
}

export function number(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** What a check is called; its code where it has no name here, as of a check that was added. */
export function checkName(code: string): string {
  const name = t(`check.${code}`);
  return name.startsWith("check.") ? code : name;
}

export function monthName(month: number): string {
  return months[month - 1];
}

/** White space folded, as in print. */
export function fold(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(" ");
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
