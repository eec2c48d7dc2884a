// Text with marks, split where marks start and end; they may overlap.

import type { ComponentChildren } from "preact";
import { lengthOf, slice } from "../data/codepoints";
import type { Claim, Span } from "../data/model";

export interface Mark {
  span: Span;
  name: "quote" | "when" | "hedge" | "source";
}

export function marksOf(claim: Claim): Mark[] {
  return [
    { span: claim.span, name: "quote" },
    ...(claim.when.span ? [{ span: claim.when.span, name: "when" as const }] : []),
    ...claim.hedges.map((span) => ({ span, name: "hedge" as const })),
    ...claim.sources.map(({ span }) => ({ span, name: "source" as const })),
  ];
}

const BULLET = /^\s*[•‣◦▪*–-]\s+/; // bullets carry no meaning

/**
 * The context of a span within its line, at most `wide` code points on either side, split between
 * words; and on which sides it was cut.
 */
export function around(
  text: string,
  [start, end]: Span,
  wide: number,
): { window: Span; before: boolean; after: boolean } {
  const length = lengthOf(text);
  const left = slice(text, Math.max(0, start - wide), start);
  const right = slice(text, end, Math.min(length, end + wide));
  const [lineStart, lineEnd] = [left.lastIndexOf("\n"), right.indexOf("\n")];
  const before = lineStart < 0 && start > wide;
  const after = lineEnd < 0 && end + wide < length;
  // A word that the window cuts in half is left out; text without spaces is cut as it is.
  const lead = before
    ? left.replace(/^\S*\s+(?=\S)/, "")
    : left.slice(lineStart + 1).replace(BULLET, "");
  const tail = after ? right.replace(/\s+\S*$/, "") : lineEnd < 0 ? right : right.slice(0, lineEnd);
  return { window: [start - lengthOf(lead), end + lengthOf(tail)], before, after };
}

/** The pieces of a window between the borders of marks, each with the marks that cover it. */
export function pieces<M extends { span: Span }>(
  [from, to]: Span,
  marks: M[],
): { from: number; to: number; marks: M[] }[] {
  const inside = marks.filter(({ span }) => span[0] < to && span[1] > from);
  const cuts = [
    ...new Set([
      from,
      to,
      ...inside.flatMap(({ span }) => [Math.max(from, span[0]), Math.min(to, span[1])]),
    ]),
  ].sort((a, b) => a - b);
  return cuts.slice(1).map((end, n) => ({
    from: cuts[n],
    to: end,
    marks: inside.filter(({ span }) => span[0] <= cuts[n] && span[1] >= end),
  }));
}

export function Marked({
  text,
  window,
  marks,
}: {
  text: string;
  window: Span;
  marks: Mark[];
}): ComponentChildren {
  return pieces(window, marks).map((piece) => {
    const words = slice(text, piece.from, piece.to);
    const classes = [...new Set(piece.marks.map((m) => m.name))]
      .filter((name) => name !== "quote")
      .join(" ");
    if (piece.marks.some((m) => m.name === "quote"))
      return (
        <mark key={piece.from} class={classes}>
          {words}
        </mark>
      );
    return classes ? (
      <span key={piece.from} class={classes}>
        {words}
      </span>
    ) : (
      words
    );
  });
}
