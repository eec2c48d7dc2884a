// Returns the focus to where it was when its element disappears: a sent form, a closed panel, a
// resolved row.

const KEPT = 12; // elements that are remembered

let before: HTMLElement[] = []; // latest first
let around: HTMLElement[] = []; // ancestors of the latest

export function keepFocus(): void {
  addEventListener("focusin", (e) => {
    const held = e.target as HTMLElement;
    before = [held, ...before.filter((one) => one !== held)].slice(0, KEPT);
    around = ancestors(held);
  });
  new MutationObserver(() => {
    if (!isLost() || !before[0] || before[0].isConnected) return;
    // Code that removes an element may move the focus itself in the same step.
    requestAnimationFrame(() => setTimeout(() => isLost() && focusBefore()));
  }).observe(document.body, { childList: true, subtree: true });
}

/** Moves the focus from a field to where it was before. */
export function focusBefore(field?: HTMLElement): void {
  const place =
    before.find((one) => one !== field && isThere(one)) ??
    around.find((one) => one.isConnected && one.tabIndex >= 0) ??
    document.querySelector<HTMLElement>(".section main");
  if (!place) return field?.blur();
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isThere(one: HTMLElement): boolean {
  return one.isConnected && one.checkVisibility() && !one.matches(":disabled");
}

function ancestors(one: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (
    let parent = one.parentElement;
    parent && parent !== document.body;
    parent = parent.parentElement
  )
    found.push(parent);
  return found;
}

/** Arrow keys between the rows of a list with one Tab stop; Home and End go to its ends. */
export function arrows(e: KeyboardEvent): void {
  const rows = [...(e.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".queued")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[e.key];
  if (at < 0 || to === undefined || !rows[to]) return;
  e.preventDefault();
  rows[to].focus();
}
