// Pointer and keyboard on the timeline: wheel, drag, pinch and keys change the view; hovering and
// clicking pick events.

import { MINUTE, YEAR } from "../data/calendar";
import type { Link } from "../data/model";
import type { Lane } from "./lanes";
import { middle, type Picture } from "./canvas";
import { Overview } from "./overview";

const SHORTEST = 10 * MINUTE;
const LONGEST = 12_000 * YEAR;
const CLICK = 4; // pixels of movement that still count as a click

export interface Handlers {
  moved(view: [number, number]): void;
  chose(event: number): void;
  pointed(events: number[], x: number, y: number): void;
  fitted(): [number, number];
  /** The picture moved by itself, to an event chosen elsewhere. */
  followed(view: [number, number]): void;
}

export class Interaction {
  chosen: Int32Array = new Int32Array(0);
  private shown = false;
  private byPointer = false; // whether the pointer, not a key, caused the hover
  private frameRequest = 0;
  private fingers = new Map<number, { x: number; y: number }>();
  private travelled = 0;
  private overview: Overview;

  /**
   * `free` gives the view for the matching events until somebody moves the picture; null from then
   * on.
   */
  constructor(
    private frame: HTMLElement,
    private picture: Picture,
    private handlers: Handlers,
    private free: (() => [number, number]) | null,
  ) {
    this.overview = new Overview(picture);
  }

  /** Attaches the listeners; the function returned detaches them. */
  attach(): () => void {
    const { frame } = this;
    const off = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      name: K,
      handler: (e: HTMLElementEventMap[K]) => void,
    ) =>
      frame.addEventListener(name, handler as EventListener, {
        signal: off.signal,
        passive: false,
      });
    on("wheel", this.wheel);
    on("pointerdown", this.down);
    on("pointermove", this.move);
    on("pointerup", this.up);
    on("pointercancel", this.up);
    on("pointerleave", () => this.byPointer && this.leave());
    on("blur", () => this.leave());
    on("keydown", this.key);
    const resized = new ResizeObserver(() => this.resize());
    resized.observe(frame);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", () => this.restyle(), { signal: off.signal });
    this.restyle();
    return () => {
      off.abort();
      resized.disconnect();
    };
  }

  get view(): [number, number] {
    return this.picture.view;
  }

  // Called by the page

  show(lanes: Lane[], chosen: Int32Array): void {
    const other = this.shown && this.chosen !== chosen;
    this.shown = true;
    this.chosen = chosen;
    this.leave();
    if (other && chosen.length && (this.free || !this.inView(chosen)))
      this.turn((this.free ?? this.handlers.fitted)());
    this.picture.scroll = 0;
    this.picture.setLanes(lanes);
    this.overview.count(lanes);
    this.ask();
  }

  choose(i: number): void {
    this.picture.chosen = i;
    if (i >= 0) this.bringIn(i);
    this.ask();
  }

  link(links: Link[]): void {
    this.picture.links = links;
    this.ask();
  }

  look(view: [number, number]): void {
    this.picture.view = view;
    this.ask();
  }

  /**
   * The list scrolled: marks what it shows and, if a person scrolled it, brings one of its events
   * into view, as there may be none in between.
   */
  follow(listed: number[], byUser: boolean): void {
    const { picture } = this;
    picture.listed = listed.length ? [listed[0], listed[listed.length - 1]] : null;
    const [from, to] = picture.view;
    if (byUser && listed.length && !listed.some((at) => at >= from && at <= to)) {
      const half = (to - from) / 2;
      const at = listed[listed.length >> 1];
      this.turn([at - half, at + half]);
      this.free = null;
    }
    this.ask();
  }

  fit(): void {
    this.go(this.handlers.fitted());
    this.free = this.handlers.fitted;
  }

  /** Ends the hover. */
  leave(): void {
    this.frame.classList.remove("pointing");
    this.picture.hovered = -1;
    this.handlers.pointed([], 0, 0);
    this.ask();
  }

  /** Whether any of these events is in view. */
  private inView(chosen: Int32Array): boolean {
    const { events, view } = this.picture;
    return chosen.some(
      (i) => !(events.start[i] > view[1]) && !(events.end[i] < view[0]) && events.isDated(i),
    );
  }

  zoom(factor: number, x = this.picture.width / 2): void {
    const [from, to] = this.picture.view;
    const length = Math.min(LONGEST, Math.max(SHORTEST, (to - from) * factor));
    const at = this.picture.at(x);
    const start = at - ((at - from) / (to - from)) * length;
    this.go([start, start + length]);
  }

  // Input

  private wheel = (e: WheelEvent): void => {
    e.preventDefault();
    const unit = e.deltaMode === 1 ? 16 : 1;
    if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY))
      this.pan((e.deltaX || e.deltaY) * unit, 0);
    else this.zoom(Math.exp(e.deltaY * unit * 0.0016), this.place(e).x);
  };

  private down = (e: PointerEvent): void => {
    if (e.button) return;
    this.fingers.set(e.pointerId, this.place(e));
    this.travelled = 0;
    this.frame.setPointerCapture(e.pointerId);
    this.frame.focus({ preventScroll: true });
    if (this.overview.holds(this.place(e).y)) this.jump(this.place(e).x);
  };

  private move = (e: PointerEvent): void => {
    const now = this.place(e);
    const before = this.fingers.get(e.pointerId);
    if (!before) {
      // A picture that moves under a resting pointer causes no hover.
      if (!e.movementX && !e.movementY) return;
      this.byPointer = true;
      this.point(this.picture.hit(now.x, now.y), now.x, now.y);
      return;
    }
    const spread = this.spread();
    this.fingers.set(e.pointerId, now);
    this.travelled += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (this.fingers.size === 2) this.pinch(spread);
    else if (this.overview.holds(now.y) && this.overview.holds(before.y)) this.jump(now.x);
    else if (this.travelled > CLICK) this.pan(before.x - now.x, before.y - now.y);
  };

  private up = (e: PointerEvent): void => {
    const at = this.fingers.get(e.pointerId);
    this.fingers.delete(e.pointerId);
    if (!at || e.type === "pointercancel" || this.travelled > CLICK || this.overview.holds(at.y))
      return;
    const found = this.picture.hit(at.x, at.y);
    if (found.length) this.handlers.chose(found[0]);
  };

  private key = (e: KeyboardEvent): void => {
    const { width, height } = this.picture;
    const keys: Record<string, () => void> = {
      Escape: () => this.leave(),
      ArrowLeft: () => this.pan(-width * (e.shiftKey ? 0.8 : 0.12), 0),
      ArrowRight: () => this.pan(width * (e.shiftKey ? 0.8 : 0.12), 0),
      ArrowUp: () => this.next(-1),
      ArrowDown: () => this.next(1),
      PageUp: () => this.pan(0, -height * 0.8),
      PageDown: () => this.pan(0, height * 0.8),
      "+": () => this.zoom(0.7),
      "=": () => this.zoom(0.7),
      "-": () => this.zoom(1 / 0.7),
      "0": () => this.fit(),
      Home: () => this.fit(),
    };
    if (!(e.key in keys) || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key !== "Escape") e.preventDefault(); // Escape also closes the details
    keys[e.key]();
  };

  private next(by: number): void {
    const at = this.chosen.indexOf(this.picture.chosen);
    const i = this.chosen[Math.max(0, Math.min(this.chosen.length - 1, at < 0 ? 0 : at + by))];
    if (i === undefined) return;
    this.picture.chosen = i; // the next key may come before the choice has been applied
    this.handlers.chose(i);
    const spot = this.picture.spot(i);
    this.byPointer = false;
    if (spot) this.point([i], spot.x, spot.y);
    else this.handlers.pointed([i], 0, 0);
  }

  private pinch(before: { length: number; x: number }): void {
    const now = this.spread();
    if (before.length > 10 && now.length > 10) this.zoom(before.length / now.length, now.x);
    this.pan(before.x - now.x, 0);
  }

  private spread(): { length: number; x: number } {
    const [a, b] = [...this.fingers.values()];
    return b
      ? { length: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2 }
      : { length: 0, x: 0 };
  }

  private place(e: MouseEvent): { x: number; y: number } {
    const box = this.frame.getBoundingClientRect();
    return { x: e.clientX - box.left, y: e.clientY - box.top };
  }

  private point(found: number[], x: number, y: number): void {
    const i = found[0] ?? -1;
    this.frame.classList.toggle("pointing", i >= 0);
    if (i < 0 && this.picture.hovered < 0) return;
    this.picture.hovered = i;
    this.handlers.pointed(found, x, y);
    this.ask();
  }

  // Output

  private pan(dx: number, dy: number): void {
    const { picture } = this;
    if (dy) picture.scrollTo(picture.scroll + dy);
    const by = dx * picture.perPixel;
    this.go([picture.view[0] + by, picture.view[1] + by]);
  }

  private jump(x: number): void {
    const at = this.overview.at(x);
    const half = (this.picture.view[1] - this.picture.view[0]) / 2;
    this.go([at - half, at + half]);
  }

  private go(view: [number, number]): void {
    this.free = null;
    this.picture.view = view;
    this.handlers.moved(view);
    this.ask();
  }

  private turn(view: [number, number]): void {
    this.picture.view = view;
    this.handlers.followed(view);
  }

  private bringIn(i: number): void {
    const { picture } = this;
    const at = middle(picture.events, i);
    const [from, to] = picture.view;
    const needed = this.roomFor(i);
    const outside = at < from || at > to - (to - from) * 0.1;
    // "About" can't be seen if neither end is in view.
    if (outside || (picture.events.isAbout(i) && needed > to - from)) {
      const length = Math.max(to - from, needed);
      this.turn([at - length / 2, at + length / 2]);
      this.free = null;
    }
    picture.layOut();
    const spot = picture.spot(i);
    if (!spot) return;
    const bottom = this.overview.top();
    if (spot.y < 60 || spot.y > bottom - 12) picture.scrollTo(picture.scroll + spot.y - bottom / 2);
  }

  /** The length of a period that shows an event's shape with both ends and their fading. */
  private roomFor(i: number): number {
    const { start, end } = this.picture.events;
    const length = end[i] - start[i];
    return Number.isNaN(length) ? 0 : length * (this.picture.events.isAbout(i) ? 2.6 : 1.3);
  }

  private resize(): void {
    const { width, height } = this.frame.getBoundingClientRect();
    if (width && height) this.picture.resize(width, height, devicePixelRatio || 1);
    this.draw();
  }

  private restyle(): void {
    this.picture.restyle();
    this.ask();
  }

  private ask(): void {
    this.frameRequest ||= requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.frameRequest = 0;
    this.picture.draw();
    this.overview.draw();
  }
}
