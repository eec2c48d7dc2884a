// Keyboard shortcuts of decisions.

export const KEYS: Record<string, string> = {
  accept: "a",
  date: "c",
  name: "c",
  published: "c",
  reject: "r",
  merge: "m",
  split: "s",
  apart: "k",
  allow: "x",
  dispute: "d",
  comment: "t",
  group: "g",
  claim: "l",
};

/**
 * The shortcuts of some decisions in order: the first with a letter gets it, later ones get digits.
 */
export function shortcutsFor(acts: string[]): string[] {
  const taken = new Set<string>();
  return acts.map((act) => {
    const letter = KEYS[act];
    const key =
      letter && !taken.has(letter)
        ? letter
        : (["1", "2", "3", "4", "5", "6", "7", "8", "9"].find((digit) => !taken.has(digit)) ?? "");
    taken.add(key);
    return key;
  });
}

const STORED = "seriatim-keys";

/** Whether single-letter shortcuts are enabled: users of speech input switch them off. */
export function shortcutsEnabled(): boolean {
  return localStorage.getItem(STORED) !== "off";
}

export function enableShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, "off");
}

/** The letter pressed, unless it is meant for a field or the browser. */
export function pressedLetter(e: KeyboardEvent): string {
  const target = e.target as HTMLElement;
  if (e.repeat || !shortcutsEnabled() || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented)
    return "";
  if (target.closest("input, textarea, select, [role=application], [data-own-keys]")) return "";
  return e.key.length === 1 ? e.key.toLowerCase() : "";
}
