// The strip below the picture: the whole period, with the part in view.

import { fade } from "./marks";
import type { Lane } from "./lanes";
import { middle, STRIP as HEIGHT, type Picture } from "./canvas";

const BIN = 2;

export class Overview {
  private moments = new Float64Array(0);
  private bins: Uint32Array = new Uint32Array(0);
  private extent: [number, number] = [0, 1];

  constructor(private picture: Picture) {}

  top(): number {
    return this.picture.height - HEIGHT;
  }

  holds(y: number): boolean {
    return y >= this.top();
  }

  at(x: number): number {
    const [from, to] = this.extent;
    return from + (x / this.picture.width) * (to - from);
  }

  count(lanes: Lane[]): void {
    const { events } = this.picture;
    const seen = new Set<number>();
    for (const lane of lanes)
      for (const i of lane.events) if (events.isDated(i) && !events.isRejected(i)) seen.add(i);
    this.moments = Float64Array.from(seen, (i) => middle(events, i)).sort();
    const [from, to] = this.moments.length
      ? [this.moments[0], this.moments[this.moments.length - 1]]
      : events.extent;
    const margin = Math.max((to - from) * 0.02, 3600);
    this.extent = [from - margin, to + margin];
    this.bins = new Uint32Array(0);
  }

  draw(): void {
    const { picture } = this;
    const g = picture.context;
    const { inks, width } = picture;
    const top = this.top();
    g.fillStyle = inks.paper;
    g.fillRect(0, top, width, HEIGHT + 1); // the canvas may be a fraction of a pixel higher
    g.fillStyle = inks.rule;
    g.fillRect(0, top, width, 1);
    this.drawBins(g, top);
    const [a, b] = picture.view.map(
      (at) => ((at - this.extent[0]) / (this.extent[1] - this.extent[0])) * width,
    );
    const [left, right] = [Math.max(0.5, a), Math.min(width - 0.5, Math.max(b, a + 3))];
    if (right <= left) return;
    g.fillStyle = fade(inks.accent, 0.12);
    g.fillRect(left, top + 1, right - left, HEIGHT - 1);
    g.strokeStyle = inks.accent;
    g.lineWidth = 1.5;
    g.strokeRect(left, top + 1.5, right - left, HEIGHT - 2.5);
  }

  private drawBins(g: CanvasRenderingContext2D, top: number): void {
    const n = Math.ceil(this.picture.width / BIN);
    if (this.bins.length !== n) {
      this.bins = new Uint32Array(n);
      const [from, to] = this.extent;
      for (const at of this.moments)
        this.bins[Math.min(n - 1, Math.floor(((at - from) / (to - from)) * n))]++;
    }
    const most = Math.log1p(this.bins.reduce((a, b) => Math.max(a, b), 1));
    g.fillStyle = fade(this.picture.inks.ink, 0.55);
    this.bins.forEach((count, b) => {
      const h = count && 4 + (Math.log1p(count) / most) * (HEIGHT - 12);
      if (h) g.fillRect(b * BIN, top + HEIGHT - 2 - h, BIN - 0.5, h);
    });
  }
}
