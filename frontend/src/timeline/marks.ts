// One mark per precision, all in one ink, because no colour should take sides.

import { POINT, type Shape } from "./shape";

export interface Inks {
  paper: string;
  ink: string;
  soft: string;
  rule: string;
  hair: string;
  accent: string;
}

/** The colours of the page's style as #rrggbb: for the screen, or for paper. */
export function inksOf(paper = false): Inks {
  const style = getComputedStyle(document.documentElement);
  const dark = !paper && matchMedia("(prefers-color-scheme: dark)").matches;
  const read = (name: string) =>
    style.getPropertyValue(`--${name}-${dark ? "dark" : "light"}`).trim();
  return {
    paper: paper ? "#ffffff" : read("paper"),
    ink: read("ink"),
    soft: read("soft"),
    rule: read("rule"),
    hair: read("hair"),
    accent: read("accent"),
  };
}

export interface Look {
  about: boolean;
  doubted: boolean;
  /** At least one claim states it without a hedge. */
  firm: boolean;
  denied: boolean;
  /** A person rejected it. */
  rejected: boolean;
  chosen: boolean;
}

const HEIGHT = 9;

/** Draws one mark centred on `y`; `x` turns seconds into pixels. */
export function drawMark(
  g: CanvasRenderingContext2D,
  shape: Shape,
  look: Look,
  x: (at: number) => number,
  y: number,
  inks: Inks,
  width: number,
): void {
  const ink = look.chosen ? inks.accent : look.rejected ? inks.soft : inks.ink;
  if (shape.from <= shape.to) drawStated(g, shape, look, x, y, ink, inks, width);
  if (shape.implied) drawImplied(g, shape, x, y, ink, width);
  if (look.rejected) strike(g, shape, x, y, ink);
}

function strike(
  g: CanvasRenderingContext2D,
  shape: Shape,
  x: (at: number) => number,
  y: number,
  ink: string,
): void {
  const { from, to } = shape.from <= shape.to ? shape : shape.implied!;
  const least = Math.max(0, HEIGHT + 6 - (x(to) - x(from))) / 2;
  g.fillStyle = ink;
  g.fillRect(x(from) - least, y - 0.75, x(to) - x(from) + 2 * least, 1.5);
}

function drawStated(
  g: CanvasRenderingContext2D,
  shape: Shape,
  look: Look,
  x: (at: number) => number,
  y: number,
  ink: string,
  inks: Inks,
  width: number,
): void {
  const [a, b] = [x(shape.from), x(shape.to)];
  if (b - a <= POINT && !shape.openLeft && !shape.openRight && !look.about)
    drawPoint(g, look, (a + b) / 2, y, ink, inks);
  else if (shape.openLeft || shape.openRight) drawOpen(g, shape, look, a, b, y, ink);
  else if (look.about) drawAbout(g, look, a, b, y, ink);
  else drawBar(g, look, Math.max(a, -20), Math.min(b, width + 20), y, ink);
}

function drawPoint(
  g: CanvasRenderingContext2D,
  look: Look,
  x: number,
  y: number,
  ink: string,
  inks: Inks,
): void {
  g.beginPath();
  g.arc(x, y, HEIGHT / 2 - 0.25, 0, 2 * Math.PI);
  outline(g, look, ink, look.firm && !look.denied ? ink : inks.paper, 1);
}

function drawBar(
  g: CanvasRenderingContext2D,
  look: Look,
  a: number,
  b: number,
  y: number,
  ink: string,
): void {
  g.beginPath();
  g.roundRect(a + 0.5, y - HEIGHT / 2, Math.max(1, b - a - 1), HEIGHT, 3);
  outline(g, look, ink, ink, look.denied ? 0 : look.firm ? 0.32 : 0.12);
}

/** Filled according to certainty, with a dashed outline if hedged. */
function outline(
  g: CanvasRenderingContext2D,
  look: Look,
  ink: string,
  fill: string,
  alpha: number,
): void {
  g.fillStyle = fill;
  g.globalAlpha = alpha;
  g.fill();
  g.globalAlpha = 1;
  g.strokeStyle = ink;
  g.lineWidth = look.chosen ? 2 : 1.25;
  if (look.doubted || !look.firm) g.setLineDash([2, 2]);
  g.stroke();
  g.setLineDash([]);
}

function drawOpen(
  g: CanvasRenderingContext2D,
  shape: Shape,
  look: Look,
  a: number,
  b: number,
  y: number,
  ink: string,
): void {
  const paint = g.createLinearGradient(a, 0, b, 0);
  const strength = look.denied ? 0.12 : look.firm ? 0.75 : 0.3;
  paint.addColorStop(0, fade(ink, shape.openLeft ? 0 : strength));
  paint.addColorStop(1, fade(ink, shape.openRight ? 0 : strength));
  g.fillStyle = paint;
  g.fillRect(a, y - HEIGHT / 2, b - a, HEIGHT);
  g.fillStyle = ink;
  const closed = shape.openRight ? a : b;
  g.fillRect(closed - 1, y - HEIGHT / 2 - 2, 2, HEIGHT + 4);
  const [tip, back] = shape.openRight ? [b - 4, b - 9] : [a + 4, a + 9];
  g.strokeStyle = ink;
  g.lineWidth = 1.25;
  g.beginPath();
  g.moveTo(back, y - 3.5);
  g.lineTo(tip, y);
  g.lineTo(back, y + 3.5);
  g.stroke();
}

/** Fades on both sides beyond the stated interval: no one knows how far "about" reaches. */
function drawAbout(
  g: CanvasRenderingContext2D,
  look: Look,
  a: number,
  b: number,
  y: number,
  ink: string,
): void {
  const more = Math.max(12, (b - a) * 0.4);
  const paint = g.createLinearGradient(a - more, 0, b + more, 0);
  const strength = look.denied ? 0.15 : look.firm ? 0.75 : 0.35;
  for (const [at, alpha] of [
    [0, 0],
    [0.35, strength],
    [0.65, strength],
    [1, 0],
  ])
    paint.addColorStop(at, fade(ink, alpha));
  g.fillStyle = paint;
  g.fillRect(a - more, y - HEIGHT / 2, b - a + 2 * more, HEIGHT);
}

/** What only other events imply: hatched. */
function drawImplied(
  g: CanvasRenderingContext2D,
  shape: Shape,
  x: (at: number) => number,
  y: number,
  ink: string,
  width: number,
): void {
  const { from, to, openLeft, openRight } = shape.implied!;
  const [a, b] = [Math.max(x(from), -20), Math.min(x(to), width + 20)];
  if (b <= a) return;
  g.save();
  g.beginPath();
  g.rect(a, y - HEIGHT / 2, Math.max(3, b - a), HEIGHT);
  g.clip();
  g.strokeStyle = ink;
  g.lineWidth = 1;
  g.beginPath();
  for (let at = a - HEIGHT - (a % 5); at < b + HEIGHT; at += 5) {
    g.moveTo(at, y + HEIGHT / 2);
    g.lineTo(at + HEIGHT, y - HEIGHT / 2);
  }
  g.globalAlpha = 0.75;
  g.stroke();
  g.restore();
  g.strokeStyle = ink;
  g.lineWidth = 1;
  g.beginPath();
  if (!openLeft) g.rect(a, y - HEIGHT / 2, 0, HEIGHT);
  if (!openRight) g.rect(b, y - HEIGHT / 2, 0, HEIGHT);
  g.stroke();
}

/** A colour #rrggbb with this opacity. */
export function fade(ink: string, alpha: number): string {
  return `${ink}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0")}`;
}
