// Selected words: between the browser's selection and spans of code points.

import { lengthOf, slice } from "../data/codepoints";
import type { Span } from "../data/model";

const WORD = /[\p{L}\p{N}]+(?:['’.,:-][\p{L}\p{N}]+)*/gu;

/** The words in a stretch of text as spans of code points. */
export function wordsOf(text: string, [from, to]: Span): Span[] {
  const stretch = slice(text, from, to);
  const spans: Span[] = [];
  let [unit, point] = [0, from];
  for (const match of stretch.matchAll(WORD)) {
    point += lengthOf(stretch.slice(unit, match.index));
    const length = lengthOf(match[0]);
    spans.push([point, point + length]);
    point += length;
    unit = match.index + match[0].length;
  }
  return spans;
}

/** The selected span within `body`, whose paragraphs carry their offsets; null if there is none. */
export function selectedSpan(body: HTMLElement, text: string): Span | null {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const touched = [...body.querySelectorAll<HTMLElement>("[data-from]")].filter((p) =>
    range.intersectsNode(p),
  );
  const first = touched.at(0);
  let last = touched.at(-1);
  if (!first || !last) return null;
  // Selecting a whole paragraph by clicking ends at the start of the next one.
  if (touched.length > 1 && pointAt(last, range.endContainer, range.endOffset) === from(last))
    last = touched.at(-2)!;
  return trimmed(text, [
    pointAt(first, range.startContainer, range.startOffset) ?? from(first),
    pointAt(last, range.endContainer, range.endOffset) ?? from(last) + length(last),
  ]);
}

/** The DOM range of a span of the document; null if it is not shown. */
export function rangeOf(body: HTMLElement, [start, end]: Span): Range | null {
  const [a, b] = [placeOf(body, start, false), placeOf(body, end, true)];
  if (!a || !b) return null;
  const range = document.createRange();
  range.setStart(...a);
  range.setEnd(...b);
  return range;
}

const from = (p: HTMLElement) => Number(p.dataset.from);
const length = (p: HTMLElement) => lengthOf(p.textContent ?? "");

function pointAt(p: HTMLElement, node: Node, offset: number): number | null {
  if (!p.contains(node)) return null;
  const before = document.createRange();
  before.setStart(p, 0);
  before.setEnd(node, offset);
  return from(p) + lengthOf(before.toString());
}

/** The span without white space at either end; null if nothing is left. */
function trimmed(text: string, [start, end]: Span): Span | null {
  const points = [...slice(text, start, end)];
  while (points.length && !points.at(-1)!.trim()) points.pop();
  const before = points.findIndex((c) => c.trim());
  return before < 0 ? null : [start + before, start + points.length];
}

function placeOf(body: HTMLElement, point: number, isEnd: boolean): [Node, number] | null {
  const p = [...body.querySelectorAll<HTMLElement>("[data-from]")].find(
    (p) => from(p) <= point && (isEnd ? point <= from(p) + length(p) : point < from(p) + length(p)),
  );
  if (!p) return null;
  let left = point - from(p);
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const points = [...node.nodeValue!];
    if (left < points.length || (isEnd && left === points.length))
      return [node, points.slice(0, left).join("").length];
    left -= points.length;
  }
  return null;
}
