// The contact network: pairs of actors, and the layout of the picture.

import type { Events } from "../data/events";
import { middle } from "../timeline/canvas";

export interface Pair {
  a: number;
  b: number;
  events: number[];
}

/**
 * Pairs of actors of the matching events in a period, most events first; `kinds` null: events of
 * all kinds.
 */
export function pairsOf(
  events: Events,
  chosen: Int32Array,
  view: [number, number] | null,
  kinds: Set<number> | null,
): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const i of chosen.subarray(0, events.countedIn(chosen))) {
    if (kinds && !kinds.has(events.index.events.kind[i])) continue;
    if (view && !(middle(events, i) >= view[0] && middle(events, i) <= view[1])) continue;
    const actors = events.index.events.actors[i].toSorted((a, b) => a - b);
    actors.forEach((a, n) =>
      actors.slice(n + 1).forEach((b) => {
        const pair = pairs.get(`${a} ${b}`) ?? { a, b, events: [] };
        pair.events.push(i);
        pairs.set(`${a} ${b}`, pair);
      }),
    );
  }
  return [...pairs.values()].sort(
    (p, q) => q.events.length - p.events.length || p.a - q.a || p.b - q.b,
  );
}

export interface Node {
  actor: number;
  n: number;
  x: number;
  y: number;
}

const STEPS = 260;

/**
 * A force-directed layout of the actors of some pairs; the same pairs always give the same layout.
 */
export function layOut(pairs: Pair[], width: number, height: number): Node[] {
  const counts = new Map<number, number>();
  for (const { a, b, events } of pairs)
    for (const actor of [a, b]) counts.set(actor, (counts.get(actor) ?? 0) + events.length);
  const nodes = [...counts].map(([actor, n], k) => ({
    actor,
    n,
    x: Math.cos((k * 2 * Math.PI) / counts.size),
    y: Math.sin((k * 2 * Math.PI) / counts.size),
  }));
  const place = new Map(nodes.map((node, k) => [node.actor, k]));
  for (let step = 0; step < STEPS; step++) relax(nodes, pairs, place, 0.12 * (1 - step / STEPS));
  return scaledToFit(nodes, width, height);
}

function relax(nodes: Node[], pairs: Pair[], place: Map<number, number>, heat: number): void {
  const force = nodes.map(() => [0, 0]);
  const apply = (k: number, l: number, strength: number) => {
    const [dx, dy] = [nodes[l].x - nodes[k].x, nodes[l].y - nodes[k].y];
    force[k][0] += dx * strength;
    force[k][1] += dy * strength;
    force[l][0] -= dx * strength;
    force[l][1] -= dy * strength;
  };
  nodes.forEach((a, k) =>
    nodes
      .slice(k + 1)
      .forEach((b, m) => apply(k, k + 1 + m, -0.35 / (0.02 + (a.x - b.x) ** 2 + (a.y - b.y) ** 2))),
  );
  for (const { a, b, events } of pairs)
    apply(place.get(a)!, place.get(b)!, 0.8 + Math.log1p(events.length));
  nodes.forEach((node, k) => {
    const [fx, fy] = [force[k][0] - node.x * 0.4, force[k][1] - node.y * 0.4];
    const length = Math.hypot(fx, fy) || 1;
    node.x += (fx / length) * Math.min(length, 1) * heat;
    node.y += (fy / length) * Math.min(length, 1) * heat;
  });
}

function scaledToFit(nodes: Node[], width: number, height: number): Node[] {
  const side = (key: "x" | "y", length: number, margin: number) => {
    const values = nodes.map((node) => node[key]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (at: number) =>
      most - least < 1e-6
        ? length / 2
        : margin + ((at - least) / (most - least)) * (length - 2 * margin);
  };
  const [x, y] = [side("x", width, width / 6), side("y", height, 36)];
  return nodes.map((node) => ({ ...node, x: x(node.x), y: y(node.y) }));
}

export interface Label {
  actor: number;
  text: string;
  x: number;
  y: number;
}

const LETTER = 5.9; // width of a bold letter in units, on average
const LINE = 12;
const LONGEST = 28; // letters

type Box = [left: number, top: number, right: number, bottom: number];

export const radius = (node: Node) => 4 + Math.min(10, 2 * Math.log2(1 + node.n));

/**
 * Labels that neither overlap nor leave the picture; nodes with most events first, some without a
 * label.
 */
export function labelsOf(
  nodes: Node[],
  name: (actor: number) => string,
  width: number,
  height: number,
): Label[] {
  const taken: Box[] = nodes.map((node) => [
    node.x - radius(node),
    node.y - radius(node),
    node.x + radius(node),
    node.y + radius(node),
  ]);
  const labels: Label[] = [];
  for (const node of nodes.toSorted((a, b) => b.n - a.n)) {
    const whole = name(node.actor);
    const text =
      whole.length > LONGEST ? `${whole.slice(0, LONGEST).replace(/\s+\S*$/, "")}…` : whole;
    const half = (text.length * LETTER) / 2;
    const place = placesAround(node, half).find(
      (box) => isInside(box, width, height) && !taken.some((other) => meet(box, other)),
    );
    if (!place) continue;
    taken.push(place);
    labels.push({ actor: node.actor, text, x: place[0] + half, y: place[3] - 3 });
  }
  return labels;
}

/** The places tried for a label: above, below, right, left, then diagonally and farther away. */
function placesAround(node: Node, half: number): Box[] {
  const away = radius(node) + 3;
  const boxes: Box[] = [];
  for (const far of [0, LINE, 2 * LINE]) {
    const [up, down] = [node.y - away - far - LINE, node.y + away + far];
    const middles = [
      node.x,
      node.x + half * 0.6,
      node.x - half * 0.6,
      node.x + half,
      node.x - half,
    ];
    for (const top of [up, down])
      for (const middle of middles) boxes.push([middle - half, top, middle + half, top + LINE]);
    if (!far)
      for (const left of [node.x + away, node.x - away - 2 * half])
        boxes.push([left, node.y - LINE / 2, left + 2 * half, node.y + LINE / 2]);
  }
  return boxes;
}

const isInside = ([left, top, right, bottom]: Box, width: number, height: number) =>
  left >= 0 && top >= 0 && right <= width && bottom <= height;
const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
