// A whole document with every cited passage marked: a mark leads to its event, and an event to its
// mark.

import { useEffect, useRef } from "preact/hooks";
import { lengthOf, slice } from "../data/codepoints";
import type { Document, Span } from "../data/model";
import { t } from "../messages";
import { loadClaims, loadDocument, useWorkspace, useLoaded } from "./context";
import { pieces } from "./Passage";
import { useStore } from "../state";

export interface EventMark {
  span: Span;
  event: string;
}

export function DocumentView({ id }: { id: string }) {
  const workspace = useWorkspace();
  const { event } = useStore(workspace.store, ["event"]);
  const document = useLoaded(() => loadDocument(workspace, id), [id]);
  const claims = useLoaded(() => loadClaims(workspace, id), [id]);
  const row = workspace.events.index.documents.find((d) => d.id === id);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.querySelector("mark.now")?.scrollIntoView({ block: "center" });
  }, [event, document, claims]);
  if (!row) return <p class="note">{t("document.missing")}</p>;
  return (
    <article class="document-view">
      <h2 tabIndex={-1}>{row.title}</h2>
      <p class="detail">
        {row.path} · {t("document.date")}: {row.published}
      </p>
      <div class="text" ref={body}>
        {document && claims && (
          <Lines
            document={document}
            marks={claims.map((c) => ({ span: c.claim.span, event: c.event }))}
            now={event}
          />
        )}
      </div>
    </article>
  );
}

/**
 * The text of a document. `free`: words can be selected, which browsers don't allow inside links.
 */
export function Lines({
  document,
  marks,
  now,
  free = false,
}: {
  document: Document;
  marks: EventMark[];
  now: string | null;
  free?: boolean;
}) {
  const { events } = useWorkspace();
  const { text, locations } = document;
  const heads = events.index.documents.find((d) => d.id === document.id)?.headings ?? [];
  const pages = new Map<number, number>();
  for (const { span, page } of locations) if (page && !pages.has(page)) pages.set(page, span[0]);
  const breaks = new Map([...pages].map(([page, at]) => [at, page]));
  return (
    <>
      {paragraphs(text).map(([from, to]) => {
        const starts = [...breaks].filter(([at]) => at >= from && at <= to).map(([, page]) => page);
        const head = heads.find((span) => span[0] < to && span[1] > from);
        return (
          <div key={from} class={head ? "line heading-line" : "line"}>
            {starts.map((page) => (
              <p class="page-number" key={page}>
                {t("where.page", { page })}
              </p>
            ))}
            <p data-from={from} {...(head && { role: "heading", "aria-level": 3 })}>
              {head ? (
                <Head
                  text={text}
                  window={[from, to]}
                  head={[Math.max(from, head[0]), Math.min(to, head[1])]}
                  marks={marks}
                  now={now}
                  free={free}
                />
              ) : (
                <Line text={text} window={[from, to]} marks={marks} now={now} free={free} />
              )}
            </p>
          </div>
        );
      })}
    </>
  );
}

interface LineProps {
  text: string;
  window: Span;
  marks: EventMark[];
  now: string | null;
  free: boolean;
}

/** A heading. Its markup stays in the text, because offsets count it, but is hidden. */
function Head({ window: [from, to], head, ...line }: LineProps & { head: Span }) {
  const beside = (window: Span) => {
    const words = slice(line.text, ...window);
    return /[\p{L}\p{N}]/u.test(words) ? (
      <Line {...line} window={window} />
    ) : (
      words && (
        <span class="markup" aria-hidden="true">
          {words}
        </span>
      )
    );
  };
  return (
    <>
      {beside([from, head[0]])}
      <Line {...line} window={head} />
      {beside([head[1], to])}
    </>
  );
}

function Line({ text, window, marks, now, free }: LineProps) {
  const { store } = useWorkspace();
  return (
    <>
      {pieces(window, marks).map((piece) => {
        const words = slice(text, piece.from, piece.to);
        const mark = piece.marks.find((m) => m.event === now) ?? piece.marks.at(-1);
        if (!mark) return words;
        const first = piece.from === Math.max(mark.span[0], window[0]);
        const known = { tabIndex: first ? 0 : -1, "aria-current": mark.event === now || undefined };
        const marked = <mark class={mark.event === now ? "now" : ""}>{words}</mark>;
        const go = (e: Event) => {
          e.preventDefault();
          // Words that support several events lead to one after the other.
          const next =
            free && mark.event === now
              ? piece.marks[(piece.marks.indexOf(mark) + 1) % piece.marks.length]
              : mark;
          store.set({ event: next.event });
        };
        return free ? (
          <span
            key={piece.from}
            role="link"
            {...known}
            onClick={go}
            onKeyDown={(e) => e.key === "Enter" && go(e)}
          >
            {marked}
          </span>
        ) : (
          <a key={piece.from} href={`#event=${mark.event}`} {...known} onClick={go}>
            {marked}
          </a>
        );
      })}
    </>
  );
}

export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const length = lengthOf(line);
    if (line.trim()) found.push([at, at + length]);
    at += length + 1;
  }
  return found;
}
