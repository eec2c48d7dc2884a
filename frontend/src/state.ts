// The state of the view, kept in the page's address, so that a view can be shared, and in the
// browser's history, so that Back works.

import { useLayoutEffect, useReducer } from "preact/hooks";
import { minuteText, pointInterval } from "./data/calendar";

export const LANES = ["none", "actor", "group", "source", "document", "kind"] as const;
export type Lanes = (typeof LANES)[number];
export type List = "events" | "findings" | "documents";

export interface State {
  filter: string;
  lanes: Lanes;
  list: List;
  picture: "timeline" | "contacts" | "coincidence";
  event: string | null;
  document: string | null;
  links: boolean;
  /** How many entries are shown, those that rank highest; null for the usual number. */
  most: number | null;
  /** Of a workbench: the section that one is in, and what is looked at there; empty on the page. */
  section: string;
  item: string;
  /** The stretch of time in the picture, in seconds; null until the picture has chosen one. */
  view: [from: number, to: number] | null;
}

/** Changes of these add an entry to the history; changes of the others rewrite the current one. */
const PLACES = ["section", "list", "picture", "event", "document"] as const;
const PAUSE = 300; // ms between two writes: browsers limit changes of the address
const WALK = 700; // milliseconds: events that follow one another faster are one walk, and one step

const START: State = {
  filter: "",
  lanes: "none",
  list: "events",
  picture: "timeline",
  event: null,
  document: null,
  links: false,
  most: null,
  section: "",
  item: "",
  view: null,
};

export class Store {
  state: State = { ...START, ...read(location.hash) };
  /** The event at the top of the list, kept in the history so that a reload restores it. */
  top = topOf(history.state);
  private listeners = new Set<(changed: Partial<State>) => void>();
  private timer = 0;
  private written = 0;
  private stepping = false;
  private walked = -Infinity;

  constructor() {
    const go = () => location.hash !== address(this.state) && this.goTo(location.hash);
    addEventListener("popstate", go);
    addEventListener("hashchange", go);
    for (const leaving of ["beforeunload", "pagehide"])
      addEventListener(leaving, () => this.write());
  }

  /** `step`: whether a change of place adds to the history; not if no person caused it. */
  set(changed: Partial<State>, step = true): void {
    if (step && !this.stepping && this.isStep(changed)) {
      this.write(); // the entry that is left, as it was left
      this.stepping = true;
      // What listeners change in answer belongs to the same step.
      queueMicrotask(() => {
        this.stepping = false;
        this.write(true);
      });
    }
    // A new selection starts at the top.
    if (changed.filter !== undefined && changed.filter !== this.state.filter) this.top = "";
    this.change(changed);
    if (!this.stepping) this.writeSoon();
  }

  private isStep(changed: Partial<State>): boolean {
    const moved = PLACES.filter((key) => key in changed && changed[key] !== this.state[key]);
    if (!moved.length) return false;
    const walks =
      moved.length === 1 &&
      moved[0] === "event" &&
      this.state.event !== null &&
      changed.event !== null;
    const before = this.walked;
    this.walked = walks ? performance.now() : -Infinity;
    return !(walks && this.walked - before < WALK);
  }

  private change(changed: Partial<State>): void {
    this.state = { ...this.state, ...changed };
    this.listeners.forEach((listen) => listen(changed));
  }

  /** Back, forward, or a typed address. The view of the picture stays if the entry has none. */
  private goTo(hash: string): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.top = topOf(history.state);
    this.change({ ...START, view: this.state.view, ...read(hash) });
  }

  private writeSoon(): void {
    this.timer ||= window.setTimeout(
      () => this.write(),
      Math.max(0, PAUSE - (performance.now() - this.written)),
    );
  }

  private write(step = false): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.written = performance.now();
    const at = address(this.state) || location.pathname + location.search;
    try {
      if (step) history.pushState({ top: this.top }, "", at);
      else history.replaceState({ top: this.top }, "", at);
    } catch {
      // Too many in too short a time: the next one says it all.
    }
  }

  listen(listener: (changed: Partial<State>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** The state, drawn anew when one of `keys` changes. */
export function useStore(store: Store, keys: (keyof State)[]): State {
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  useLayoutEffect(
    () => store.listen((changed) => keys.some((key) => key in changed) && redraw()),
    [store],
  );
  return store.state;
}

function topOf(kept: unknown): string {
  const top = (kept as { top?: unknown } | null)?.top;
  return typeof top === "string" ? top : "";
}

function address(state: State): string {
  const said = new URLSearchParams();
  for (const key of [
    "section",
    "item",
    "filter",
    "lanes",
    "list",
    "picture",
    "event",
    "document",
  ] as const) {
    if (state[key] && state[key] !== START[key]) said.set(key, String(state[key]));
  }
  if (state.links) said.set("links", "yes");
  if (state.most) said.set("key", state.most === Infinity ? "all" : String(state.most));
  if (state.view) {
    said.set("from", minuteText(state.view[0]));
    said.set("to", minuteText(state.view[1]));
  }
  return said.size ? `#${said.toString().replace(/%3A/gi, ":").replace(/%2C/gi, ",")}` : "";
}

function read(hash: string): Partial<State> {
  const anchor = /^#event-(.+)$/.exec(hash); // the list without JavaScript links so
  if (anchor) return { event: decodeURIComponent(anchor[1]) };
  const said = new URLSearchParams(hash.slice(1));
  const state: Partial<State> = {};
  for (const key of ["section", "item", "filter", "event", "document"] as const)
    if (said.get(key)) state[key] = said.get(key) as string;
  // Links of earlier versions have "room" and "chance".
  if (said.get("room")) state.section = said.get("room")!.replace(/^chance$/, "coincidence");
  const lanes = said.get("lanes") as Lanes;
  if (LANES.includes(lanes)) state.lanes = lanes;
  const list = said.get("list");
  if (list === "findings" || list === "documents") state.list = list;
  const picture = said.get("picture")?.replace(/^chance$/, "coincidence");
  if (picture === "contacts" || picture === "coincidence") state.picture = picture;
  state.links = said.get("links") === "yes";
  const most = said.get("key");
  if (most === "all") state.most = Infinity;
  else if (most && /^[1-9]\d{0,6}$/.test(most)) state.most = Number(most);
  const [from, to] = [pointInterval(said.get("from") ?? ""), pointInterval(said.get("to") ?? "")];
  if (from && to && from[0] < to[0]) state.view = [from[0], to[0]];
  return state;
}
