// Words of a document in their line, with the way to the document.

import { lengthOf, slice } from "../data/codepoints";
import type { Span } from "../data/model";
import { loadDocument, useDesk, useLoaded } from "../views/context";
import { Where } from "../views/EventView";
import { Marked } from "../views/Passage";
import { t } from "../words";

const WIDE = 160; // code points on either side

export function Around({ document: id, span }: { document: string; span: Span }) {
  const desk = useDesk();
  const document = useLoaded(() => loadDocument(desk, id), [id]);
  if (!document) return null;
  const before = slice(document.text, Math.max(0, span[0] - WIDE), span[0]);
  const after = slice(document.text, span[1], Math.min(lengthOf(document.text), span[1] + WIDE));
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const end = after.indexOf("\n");
  const window: Span = [span[0] - [...line].length, span[1] + [...(end < 0 ? after : after.slice(0, end))].length];
  return (
    <div class="around">
      <blockquote><Marked text={document.text} window={window} marks={[{ span, name: "quote" }]} /></blockquote>
      <p class="how"><button type="button" class="plain" onClick={() => desk.store.set({ document: id })}>{document.title || document.path || t("document")}<Where document={document} at={span[0]} /></button></p>
    </div>
  );
}
