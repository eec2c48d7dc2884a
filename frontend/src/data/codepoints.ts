// Spans count code points; strings in the browser count UTF-16 units.

const tables = new Map<string, Uint32Array | null>();

/** The part of a string that a span of code points covers. */
export function slice(text: string, start: number, end: number): string {
  const table = unitsOf(text);
  return table ? text.slice(table[start], table[end]) : text.slice(start, end);
}

export function lengthOf(text: string): number {
  const table = unitsOf(text);
  return table ? table.length - 1 : text.length;
}

/** The unit at which each code point starts; null if all are one unit long. */
function unitsOf(text: string): Uint32Array | null {
  if (!tables.has(text)) {
    if (tables.size > 50) tables.clear();
    tables.set(text, /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? build(text) : null);
  }
  return tables.get(text)!;
}

function build(text: string): Uint32Array {
  const places: number[] = [];
  let unit = 0;
  for (const char of text) {
    places.push(unit);
    unit += char.length;
  }
  return Uint32Array.from([...places, unit]);
}
