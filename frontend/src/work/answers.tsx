// Answers of the server about the whole case, and links from them to events and passages.

import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useWorkspace } from "../views/context";
import { number, t } from "../messages";
import { ApiError } from "./api";
import { useWorkbench } from "./context";
import type { Quoted } from "./evidence";

/**
 * The server's answer about the current build; null until it arrives, an error message if it is
 * refused.
 */
export function useAnswer<T>(ask: () => Promise<T>, key: string): T | string | null {
  const workbench = useWorkbench("workspace");
  const [answer, setAnswer] = useState<T | string | null>(null);
  useEffect(() => {
    let active = true;
    setAnswer(null);
    ask().then(
      (found) => active && setAnswer(found),
      (error: unknown) =>
        active &&
        setAnswer(
          error instanceof ApiError ? error.message || t("error.network") : t("error.other"),
        ),
    );
    return () => {
      active = false;
    };
  }, [key, workbench.workspace]);
  return answer;
}

/** The placeholder for an answer that has not arrived, or its error. */
export function Pending({ message }: { message: string | null }) {
  return (
    <p class={message === null ? "detail" : "detail problem"} role="status">
      {message ?? t("opening")}
    </p>
  );
}

/** A link to an event in the chronology. */
export function EventLink({ id, children }: { id: string; children: ComponentChildren }) {
  const { store } = useWorkspace();
  return (
    <a
      href={`#section=chronology&event=${encodeURIComponent(id)}`}
      onClick={(e) => {
        e.preventDefault();
        store.set({ section: "chronology", event: id, document: null });
      }}
    >
      {children}
    </a>
  );
}

/** A link to the events that match a filter. */
export function FilterLink({ filter, children }: { filter: string; children: ComponentChildren }) {
  const { store } = useWorkspace();
  return (
    <button
      type="button"
      class="plain"
      onClick={() => store.set({ section: "chronology", filter, event: null, document: null })}
    >
      {children}
    </button>
  );
}

/** A link to a document; with an event, to its words there. */
export function DocumentLink({ id, event = null }: { id: string; event?: string | null }) {
  const { store } = useWorkspace();
  const titles = useTitles();
  const place = new URLSearchParams({
    section: "documents",
    document: id,
    ...(event && { event }),
  });
  const to = `#${place}`;
  return (
    <a
      href={to}
      onClick={(e) => {
        e.preventDefault();
        store.set({ section: "documents", document: id, event });
      }}
    >
      <cite>{titles.get(id) ?? id}</cite>
    </a>
  );
}

/** Quoted words with a link to their passage, and whose words they are. */
export function QuoteLine({ words, event }: { words: Quoted; event: string }) {
  return (
    <li>
      <q>{words.quote}</q> <DocumentLink id={words.document} event={event} />
      {words.says && <span class="detail"> · {words.says}</span>}
    </li>
  );
}

export function More({ n }: { n: number }) {
  return n > 0 ? <p class="note">{t("and.more", { n: number(n) })}</p> : null;
}

function useTitles(): Map<string, string> {
  const { events } = useWorkspace();
  return useMemo(() => new Map(events.index.documents.map((d) => [d.id, d.title])), [events]);
}
