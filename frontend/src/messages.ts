// The wording of the interface. It comes with the data, from the Python package's messages, so that
// a translation needs no new build.

let words: Record<string, string> = {};
let months: string[] = [];

export function setMessages(given: Record<string, string>, names: string[]): void {
  words = given;
  months = names;
}

/** The words of a key, with `{name}` filled in. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}

/** So many of a thing. */
export function count(key: string, n: number, values: Record<string, string> = {}): string {
  return t(`${key}.${n === 1 ? "one" : "other"}`, { ...values, n: number(n) });
}

export function number(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** What a check is called; its code where it has no name here, as of a check that was added. */
export function checkName(code: string): string {
  return words[`check.${code}`] ?? code;
}

/** The label of a field's value: the value itself unless the messages have another word for it. */
export function valueName(field: string, value: string): string {
  return words[`value.${field}.${value}`] ?? value;
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
