// What is looked at: held in the page's address, so that a view can be sent.

import { useEffect, useReducer } from "preact/hooks";
import { minuteText, pointInterval } from "./data/calendar";

export const LANES = ["none", "actor", "group", "source", "document", "kind"] as const;
export type Lanes = (typeof LANES)[number];
export type List = "events" | "findings" | "documents";

export interface State {
  filter: string;
  lanes: Lanes;
  list: List;
  picture: "timeline" | "contacts" | "chance";
  event: string | null;
  document: string | null;
  links: boolean;
  /** Of a workbench: the room that one is in, and what is looked at there; empty on the page. */
  room: string;
  item: string;
  /** The stretch of time in the picture, in seconds; null until the picture has chosen one. */
  view: [from: number, to: number] | null;
}

const START: State = { filter: "", lanes: "none", list: "events", picture: "timeline", event: null, document: null, links: false, room: "", item: "", view: null };

export class Store {
  state: State = { ...START, ...read(location.hash) };
  private listeners = new Set<(changed: Partial<State>) => void>();
  private timer = 0;

  constructor() {
    addEventListener("hashchange", () => {
      if (location.hash !== address(this.state)) this.set({ ...START, ...read(location.hash) });
    });
  }

  set(changed: Partial<State>): void {
    this.state = { ...this.state, ...changed };
    this.listeners.forEach((listen) => listen(changed));
    // Browsers refuse more than some hundred changes of the address in half a minute.
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => history.replaceState(null, "", address(this.state) || location.pathname + location.search), 300);
  }

  listen(listener: (changed: Partial<State>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** The state, drawn anew when one of `keys` changes. */
export function useState_(store: Store, keys: (keyof State)[]): State {
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  useEffect(() => store.listen((changed) => keys.some((key) => key in changed) && redraw()), [store]);
  return store.state;
}

function address(state: State): string {
  const said = new URLSearchParams();
  for (const key of ["room", "item", "filter", "lanes", "list", "picture", "event", "document"] as const) {
    if (state[key] && state[key] !== START[key]) said.set(key, String(state[key]));
  }
  if (state.links) said.set("links", "yes");
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
  for (const key of ["room", "item", "filter", "event", "document"] as const) if (said.get(key)) state[key] = said.get(key) as string;
  const lanes = said.get("lanes") as Lanes;
  if (LANES.includes(lanes)) state.lanes = lanes;
  const list = said.get("list");
  if (list === "findings" || list === "documents") state.list = list;
  const picture = said.get("picture");
  if (picture === "contacts" || picture === "chance") state.picture = picture;
  state.links = said.get("links") === "yes";
  const [from, to] = [pointInterval(said.get("from") ?? ""), pointInterval(said.get("to") ?? "")];
  if (from && to && from[0] < to[0]) state.view = [from[0], to[0]];
  return state;
}
