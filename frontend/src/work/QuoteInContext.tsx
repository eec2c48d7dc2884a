// Words of a document in their line, with a link to the document.

import type { Span } from "../data/model";
import { loadDocument, useWorkspace, useLoaded } from "../views/context";
import { Where } from "../views/EventView";
import { around, Marked } from "../views/Passage";
import { t } from "../messages";

const WIDE = 160; // code points on either side

export function QuoteInContext({ document: id, span }: { document: string; span: Span }) {
  const workspace = useWorkspace();
  const document = useLoaded(() => loadDocument(workspace, id), [id]);
  if (!document) return null;
  const { window, before, after } = around(document.text, span, WIDE);
  return (
    <div class="quote-context">
      <blockquote>
        {before && <span class="cut">… </span>}
        <Marked text={document.text} window={window} marks={[{ span, name: "quote" }]} />
        {after && <span class="cut"> …</span>}
      </blockquote>
      <p class="detail">
        <button type="button" class="plain" onClick={() => workspace.store.set({ document: id })}>
          {document.title || document.path || t("document")}
          <Where document={document} at={span[0]} />
        </button>
      </p>
    </div>
  );
}
