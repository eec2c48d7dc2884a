// The timeline's canvas: lanes, marks or bins, and the axis. It knows events and pixels, not the
// page around it.

import type { Events } from "../data/events";
import { CERTAIN, type Link } from "../data/model";
import { capital, fold, number } from "../messages";
import { pack, type Lane } from "./lanes";
import { drawMark, fade, inksOf, type Inks, type Look } from "./marks";
import { reach, shapeOf } from "./shape";
import { ticks } from "./ticks";

export const AXIS = 38;
const [LOWEST_ROW, HIGHEST_ROW] = [21, 30];
const HEAD = 20;
export const STRIP = 34; // height of the overview at the bottom
const GAP = 8;
const MOST_ROWS = 12; // rows of one lane among several; a single lane may have more and scrolls
const MOST_ROWS_ALONE = 48;
const BIN = 3; // pixels
const BINS = 44; // height of the tallest
const LABEL = 190; // pixels that a label is offered, at most
const CHARACTER = 6.1; // pixels of an average character of the label's size
const FEW_ROWS = 4; // of a lane too full to show its events one by one
const MOST_LABELS = 900; // marks in a lane beyond which labels don't fit anyway

interface Placed {
  lane: Lane;
  rows: Int8Array;
  /** How many rows are used. */
  used: number;
  top: number;
  height: number;
  dense: boolean;
}

export class Picture {
  view: [number, number] = [0, 1];
  width = 600;
  height = 300;
  scroll = 0;
  chosen = -1;
  hovered = -1;
  /** The period that the list beside it shows. */
  listed: [number, number] | null = null;
  links: Link[] = [];
  content = 0;
  private onPaper = false;
  private placed: Placed[] = [];
  private lanes: Lane[] = [];
  private scale = 0;
  private row = LOWEST_ROW;
  inks: Inks = {
    paper: "#ffffff",
    ink: "#000000",
    soft: "#555555",
    rule: "#cccccc",
    hair: "#eeeeee",
    accent: "#1d4f7c",
  };
  private font = "12px sans-serif";
  private bins = new Float32Array(0);

  constructor(
    private canvas: HTMLCanvasElement,
    readonly events: Events,
  ) {}

  /** The same period and lanes on another canvas, as high as needed, up to `height`. */
  copy(canvas: HTMLCanvasElement, width: number, height: number): void {
    const copy = new Picture(canvas, this.events);
    copy.view = this.view;
    copy.setLanes(this.lanes);
    copy.onPaper = true;
    copy.restyle();
    copy.resize(width, height, 2);
    copy.resize(width, Math.min(height, copy.content + 2), 2);
    copy.draw();
  }

  get perPixel(): number {
    return (this.view[1] - this.view[0]) / this.width;
  }

  get context(): CanvasRenderingContext2D {
    return this.canvas.getContext("2d", { alpha: false })!;
  }

  setLanes(lanes: Lane[]): void {
    this.lanes = lanes;
    this.scale = 0;
  }

  resize(width: number, height: number, ratio: number): void {
    this.width = width;
    this.height = height;
    this.scale = 0;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.scrollTo(this.scroll);
  }

  /** Scrolls the lanes, as far as there is something to see. */
  scrollTo(scroll: number): void {
    this.layOut();
    this.scroll = Math.max(0, Math.min(this.content - this.height + STRIP, scroll));
  }

  /** Reads colours and fonts from the page's style. */
  restyle(): void {
    this.inks = inksOf(this.onPaper);
    this.font = getComputedStyle(this.canvas).getPropertyValue("--sans");
  }

  x = (at: number) => ((at - this.view[0]) / (this.view[1] - this.view[0])) * this.width;
  at = (x: number) => this.view[0] + (x / this.width) * (this.view[1] - this.view[0]);

  /** Assigns rows and positions to every lane; needed after a change of scale, lanes or size. */
  layOut(): void {
    const { perPixel, events } = this;
    if (Math.abs(this.scale / perPixel - 1) < 1e-9) return;
    this.scale = perPixel;
    const free = this.height - AXIS - STRIP;
    const packed = this.lanes.map((lane) => {
      const room =
        this.lanes.length < 3
          ? Math.max(MOST_ROWS_ALONE, Math.floor((free - HEAD * 2) / LOWEST_ROW))
          : MOST_ROWS;
      const full = lane.events.length > MOST_LABELS;
      const label = full
        ? () => 0
        : (i: number) => Math.min(LABEL, 14 + events.summary(i).length * CHARACTER);
      const extent = (i: number) => reach(shapeOf(events, i, perPixel), perPixel);
      const roomy = full ? null : pack(lane, perPixel, room, label, extent);
      const rows = roomy && isRoomy(roomy) ? roomy : pack(lane, perPixel, FEW_ROWS, label, extent);
      return { lane, rows, used: rows.reduce((most, row) => Math.max(most, row + 1), 0) };
    });
    const all = packed.reduce((sum, { used }) => sum + used, 0);
    const heads = packed.reduce((sum, { lane }) => sum + headOf(lane) + GAP, 0);
    this.row = Math.max(
      LOWEST_ROW,
      Math.min(HIGHEST_ROW, Math.floor((free - heads) / Math.max(1, all))),
    );
    let top = AXIS;
    this.placed = packed.map(({ lane, rows, used }) => {
      const dense = rows.includes(-1);
      const height = headOf(lane) + GAP + Math.max(used * this.row, dense ? BINS : 0);
      const placed = { lane, rows, used, top, height, dense };
      top += height;
      return placed;
    });
    this.content = top;
  }

  draw(): void {
    this.layOut();
    const g = this.context;
    g.fillStyle = this.inks.paper;
    g.fillRect(0, 0, this.width, this.height);
    this.drawGrid(g);
    g.save();
    g.beginPath();
    g.rect(0, AXIS, this.width, this.height - AXIS);
    g.clip();
    for (const placed of this.placed) {
      const top = placed.top - this.scroll;
      if (top < this.height && top + placed.height > AXIS) this.drawLane(g, placed, top);
    }
    this.drawLinks(g);
    g.restore();
    this.drawAxis(g);
    this.drawScroll(g);
  }

  /** How much of the lanes is visible, unless all of it is. */
  private drawScroll(g: CanvasRenderingContext2D): void {
    const [room, all] = [this.height - AXIS - STRIP, this.content - AXIS];
    if (all <= room || this.onPaper) return;
    g.fillStyle = fade(this.inks.soft, 0.55);
    g.beginPath();
    g.roundRect(
      this.width - 6,
      AXIS + 2 + (this.scroll / all) * (room - 4),
      4,
      Math.max(20, (room / all) * (room - 4)),
      2,
    );
    g.fill();
  }

  // The axis

  private drawGrid(g: CanvasRenderingContext2D): void {
    const { minor, context } = ticks(this.view[0], this.view[1], this.perPixel);
    g.fillStyle = this.inks.hair;
    for (const { at } of minor) g.fillRect(Math.round(this.x(at)), AXIS, 1, this.height - AXIS);
    g.fillStyle = this.inks.rule;
    for (const { at } of context) g.fillRect(Math.round(this.x(at)), AXIS, 1, this.height - AXIS);
  }

  private drawAxis(g: CanvasRenderingContext2D): void {
    const { minor, context, step } = ticks(this.view[0], this.view[1], this.perPixel);
    g.fillStyle = this.inks.paper;
    g.fillRect(0, 0, this.width, AXIS);
    g.textBaseline = "middle";
    g.font = `12px ${this.font}`;
    g.fillStyle = this.inks.soft;
    for (const { at, label } of minor) {
      const next = step.next(at);
      const left = this.x(at) + 4;
      if (this.x(next) - left > g.measureText(label).width)
        g.fillText(label, left, context.length ? 27 : 20);
    }
    g.font = `600 12px ${this.font}`;
    g.fillStyle = this.inks.ink;
    context.forEach(({ at, label }, n) => {
      const end = n + 1 < context.length ? this.x(context[n + 1].at) : this.width;
      const left = Math.max(4, this.x(at) + 4);
      if (end - left > g.measureText(label).width + 6) g.fillText(label, left, 10);
    });
    g.fillStyle = this.inks.ink;
    g.fillRect(0, AXIS - 1, this.width, 1);
    if (this.listed) {
      const [a, b] = [this.x(this.listed[0]), this.x(this.listed[1])];
      g.fillStyle = this.inks.accent;
      g.fillRect(a, AXIS - 3, Math.max(4, b - a), 3);
    }
  }

  // The lanes

  private drawLane(g: CanvasRenderingContext2D, placed: Placed, top: number): void {
    const visible = this.visible(placed);
    if (placed.dense && visible.over > Math.max(2, visible.all / 20)) this.drawBins(g, placed, top);
    else this.drawMarks(g, placed, top);
    g.fillStyle = this.inks.hair;
    g.fillRect(0, top + placed.height - 1, this.width, 1);
    if (placed.lane.name) this.drawName(g, placed, top, visible.all);
  }

  private drawName(g: CanvasRenderingContext2D, { lane }: Placed, top: number, n: number): void {
    g.font = `600 12px ${this.font}`;
    g.textBaseline = "middle";
    const name = cut(g, fold(lane.name), this.width - 80);
    const width = g.measureText(name).width;
    g.fillStyle = fade(this.inks.paper, 0.85);
    g.fillRect(0, top + 2, width + 60, HEAD - 4);
    g.fillStyle = this.inks.ink;
    g.fillText(name, 6, top + HEAD / 2);
    g.font = `12px ${this.font}`;
    g.fillStyle = this.inks.soft;
    g.fillText(
      n === lane.events.length ? number(n) : `${number(n)} / ${number(lane.events.length)}`,
      12 + width,
      top + HEAD / 2,
    );
  }

  /** How many events of a lane are in view, and how many of them found no row. */
  private visible({ lane, rows }: Placed): { all: number; over: number } {
    const [from, to] = this.view;
    let all = 0;
    let over = 0;
    for (let k = 0; k < rows.length; k++) {
      const i = lane.events[k];
      const start = this.events.start[i];
      const end = this.events.end[i];
      if (start > to || end < from) continue;
      all++;
      if (rows[k] < 0) over++;
    }
    return { all, over };
  }

  private drawBins(g: CanvasRenderingContext2D, placed: Placed, top: number): void {
    const n = Math.ceil(this.width / BIN) + 1;
    if (this.bins.length < n) this.bins = new Float32Array(n);
    this.bins.fill(0);
    const { events, perPixel } = this;
    // Bins start at fixed moments, so that they move with the picture and don't flicker.
    const length = BIN * perPixel;
    const first = Math.floor(this.view[0] / length);
    for (const i of placed.lane.events) {
      const at = Math.floor(middle(events, i) / length) - first;
      if (at >= 0 && at < n) this.bins[at]++;
    }
    let most = 1;
    for (let b = 0; b < n; b++) most = Math.max(most, this.bins[b]);
    const room = placed.height - headOf(placed.lane) - GAP / 2;
    const bottom = top + placed.height - 2;
    const height = (count: number) => Math.max(2, (Math.log1p(count) / Math.log1p(most)) * room);
    g.fillStyle = fade(this.inks.ink, 0.62);
    const offset = this.x(first * length);
    for (let b = 0; b < n; b++) {
      if (!this.bins[b]) continue;
      const h = height(this.bins[b]);
      g.fillRect(offset + b * BIN, bottom - h, BIN - 1, h);
    }
    if (this.chosen >= 0 && placed.lane.events.includes(this.chosen)) {
      const x = this.x(middle(events, this.chosen));
      g.fillStyle = this.inks.accent;
      g.fillRect(x - 1, bottom - room, 3, room);
    }
  }

  private drawMarks(g: CanvasRenderingContext2D, placed: Placed, top: number): void {
    const { events, perPixel } = this;
    const { lane, rows, used } = placed;
    const pending: { i: number; from: number }[] = new Array(used);
    const y = (row: number) => top + headOf(lane) + row * this.row + this.row / 2;
    g.font = `12px ${this.font}`;
    g.textBaseline = "middle";
    for (let k = 0; k < rows.length; k++) {
      const i = lane.events[k];
      const row = rows[k] < 0 ? used - 1 : rows[k];
      const shape = shapeOf(events, i, perPixel);
      const [from, to] = reach(shape, perPixel);
      if (pending[row]) this.drawLabel(g, pending[row], this.x(from), y(row));
      delete pending[row];
      if (this.x(to) < 0) continue;
      if (this.x(from) > this.width + 40) {
        if (rows.length > MOST_LABELS) break;
        continue;
      }
      drawMark(g, shape, this.look(i), this.x, y(row), this.inks, this.width);
      pending[row] = { i, from: Math.max(4, this.labelAt(from, to)) };
    }
    pending.forEach((label, row) => label && this.drawLabel(g, label, this.width + LABEL, y(row)));
  }

  /** After the mark; at its start if its end is out of view. */
  private labelAt(from: number, to: number): number {
    const [a, b] = [this.x(from), this.x(to)];
    return b > this.width - 60 && b - a > 90 ? Math.max(a, 0) + 10 : b + 5;
  }

  private drawLabel(
    g: CanvasRenderingContext2D,
    { i, from }: { i: number; from: number },
    until: number,
    y: number,
  ): void {
    const room = Math.min(until - from - 8, 320);
    if (room < 34) return;
    const label = cut(g, capital(fold(this.events.summary(i))), room);
    const width = g.measureText(label).width;
    g.fillStyle = this.inks.paper;
    g.fillRect(from - 3, y - 8, width + 6, 16);
    const rejected = this.events.isRejected(i);
    g.fillStyle =
      i === this.chosen || i === this.hovered
        ? this.inks.accent
        : rejected
          ? this.inks.soft
          : this.inks.ink;
    g.fillText(label, from, y + 0.5);
    if (rejected) g.fillRect(from, y, width, 1);
  }

  private look(i: number): Look {
    const { events } = this;
    return {
      about: events.isAbout(i),
      doubted: events.isDoubted(i),
      firm: (events.flags[i] & CERTAIN) !== 0,
      denied: events.isOnlyDenied(i) || events.isRejected(i),
      rejected: events.isRejected(i),
      chosen: i === this.chosen || i === this.hovered,
    };
  }

  // Links

  private drawLinks(g: CanvasRenderingContext2D): void {
    if (!this.links.length) return;
    const places = new Map<string, [number, number]>();
    for (const { lane, rows, top } of this.placed) {
      lane.events.forEach((i, k) => {
        const id = this.events.id(i);
        if (places.has(id) || rows[k] < 0) return;
        const [from, to] = reach(shapeOf(this.events, i, this.perPixel), this.perPixel);
        places.set(id, [
          this.x((from + to) / 2),
          top - this.scroll + headOf(lane) + rows[k] * this.row + this.row / 2,
        ]);
      });
    }
    g.lineWidth = 1;
    for (const link of this.links) {
      const [a, b] = [places.get(link.from), places.get(link.to)];
      if (a && b) this.drawLink(g, a, b, link.basis === "implied");
    }
  }

  private drawLink(
    g: CanvasRenderingContext2D,
    [ax, ay]: [number, number],
    [bx, by]: [number, number],
    implied: boolean,
  ): void {
    g.strokeStyle = this.inks.accent;
    g.setLineDash(implied ? [3, 3] : []);
    g.beginPath();
    g.moveTo(ax, ay);
    const lift = Math.min(60, 20 + Math.abs(bx - ax) / 6);
    g.bezierCurveTo(ax, ay + lift, bx, by + lift, bx, by);
    g.stroke();
    g.setLineDash([]);
  }

  // Hit testing

  /** The events at a point of the canvas, nearest first. */
  hit(px: number, py: number): number[] {
    const placed = this.placed.find(
      (p) => py >= p.top - this.scroll && py < p.top - this.scroll + p.height,
    );
    if (!placed || py < AXIS) return [];
    const { lane, rows } = placed;
    const { perPixel, events } = this;
    const visible = this.visible(placed);
    const dense = placed.dense && visible.over > Math.max(2, visible.all / 20);
    const row = Math.floor((py - (placed.top - this.scroll) - headOf(lane)) / this.row);
    const found: [number, number][] = [];
    for (let k = 0; k < rows.length; k++) {
      const i = lane.events[k];
      if (dense) {
        const off = Math.abs(this.x(middle(events, i)) - px);
        if (off <= BIN) found.push([off, i]);
        continue;
      }
      if ((rows[k] < 0 ? placed.used - 1 : rows[k]) !== row) continue;
      const [from, to] = reach(shapeOf(events, i, perPixel), perPixel);
      const [a, b] = [this.x(from), this.x(to)];
      const label = Math.min(LABEL, 14 + events.summary(i).length * CHARACTER);
      if (px >= a - 4 && px <= b + 4) found.push([(b - a) / 1000, i]);
      else if (!placed.dense && px > b && px < b + label) found.push([1 + px - b, i]);
    }
    return found.sort((a, b) => a[0] - b[0]).map(([, i]) => i);
  }

  /** The position of an event, for a tooltip; null if it is out of view. */
  spot(i: number): { x: number; y: number } | null {
    for (const { lane, rows, top } of this.placed) {
      const k = lane.events.indexOf(i);
      if (k < 0) continue;
      const y = top - this.scroll + headOf(lane) + Math.max(0, rows[k]) * this.row + this.row / 2;
      return { x: this.x(middle(this.events, i)), y };
    }
    return null;
  }
}

/** Whether all but a few events found a row. */
function isRoomy(rows: Int8Array): boolean {
  return rows.reduce((over, row) => over + (row < 0 ? 1 : 0), 0) <= rows.length / 20;
}

function headOf(lane: Lane): number {
  return lane.name ? HEAD : 6;
}

/** The middle of the stated interval, or of the implied one. */
export function middle(events: Events, i: number): number {
  const { start, end, earliest, latest } = events;
  const [a, b] = events.isDated(i) ? [start[i], end[i]] : [earliest[i], latest[i]];
  return Number.isNaN(a) ? b : Number.isNaN(b) ? a : (a + b) / 2;
}

/** As much of a label as fits. */
function cut(g: CanvasRenderingContext2D, text: string, room: number): string {
  if (text.length * CHARACTER < room * 0.9) return text;
  let n = Math.min(text.length, Math.ceil(room / CHARACTER) + 4);
  while (n > 1 && g.measureText(text.slice(0, n)).width > room - 8) n--;
  return n < text.length ? `${text.slice(0, n).trimEnd()}…` : text;
}
