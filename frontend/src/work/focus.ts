// The focus goes back where it came from when what had it is gone: a form that was sent, a panel that was closed, a row that was settled.

const KEPT = 12; // places that are remembered

let before: HTMLElement[] = []; // latest first
let around: HTMLElement[] = []; // what stood around the latest

export function keepFocus(): void {
  addEventListener("focusin", (e) => {
    const held = e.target as HTMLElement;
    before = [held, ...before.filter((one) => one !== held)].slice(0, KEPT);
    around = ancestors(held);
  });
  new MutationObserver(() => {
    if (!isLost() || !before[0] || before[0].isConnected) return;
    // Whoever takes something away may lead the focus elsewhere in the same step.
    requestAnimationFrame(() => setTimeout(() => isLost() && focusBefore()));
  }).observe(document.body, { childList: true, subtree: true });
}

/** Leads the focus from a field to where it was before. */
export function focusBefore(field?: HTMLElement): void {
  const place =
    before.find((one) => one !== field && isThere(one)) ??
    around.find((one) => one.isConnected && one.tabIndex >= 0) ??
    document.querySelector<HTMLElement>(".room main");
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

/** In a list of which one row is a stop of the Tab key: arrows go from row to row, Home and End to its ends. */
export function arrows(e: KeyboardEvent): void {
  const rows = [...(e.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".queued")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[e.key];
  if (at < 0 || to === undefined || !rows[to]) return;
  e.preventDefault();
  rows[to].focus();
}
