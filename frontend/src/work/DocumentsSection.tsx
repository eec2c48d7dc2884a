// The documents of the case: problems met in reading them, and each to read, annotate, date and
// remove.

import { useMemo, useState } from "preact/hooks";
import type { DocumentRow } from "../data/model";
import { EventView } from "../views/EventView";
import { loadDocument, useWorkspace, useLoaded } from "../views/context";
import { useStore } from "../state";
import { count, number, t } from "../messages";
import { DecisionForm, type Option } from "./DecisionForm";
import { useWorkbench } from "./context";
import { DateField } from "./DateField";
import { isDate } from "./edtf";
import { arrows } from "./focus";
import { AnnotatedDocument } from "./AnnotatedDocument";

const MOST = 200; // rows at once

export function DocumentsSection() {
  const workbench = useWorkbench("workspace", "state");
  const { events, store } = useWorkspace();
  const { document, event } = useStore(store, ["document", "event"]);
  const [words, setWords] = useState("");
  const rows = events.index.documents;
  const found = useMemo(() => {
    const query = words.toLowerCase().trim();
    return query
      ? rows.filter((row) => `${row.title}\n${row.path}`.toLowerCase().includes(query))
      : rows;
  }, [rows, words]);
  const row = rows.find((r) => r.id === document);
  const stop = row?.id;
  const shown = event && events.place(event) >= 0 && row;
  return (
    <main class={`two papers${row ? " chosen" : ""}${shown ? " with-event" : ""}`}>
      <section class="side-list" aria-label={t("section.documents")}>
        <div class="finder">
          <input
            type="search"
            value={words}
            placeholder={t("papers.find")}
            aria-label={t("papers.find")}
            onInput={(e) => setWords(e.currentTarget.value)}
          />
        </div>
        {workbench.state!.problems.length > 0 && (
          <details class="problems" open>
            <summary>
              {t("state.problems", { n: number(workbench.state!.problems.length) })}
            </summary>
            <ul class="scrolls">
              {workbench.state!.problems.slice(0, 200).map((p) => (
                <li key={`${p.path} ${p.message}`} class="detail problem">
                  <strong>{p.path}</strong>: {p.message}
                </li>
              ))}
            </ul>
          </details>
        )}
        <ul class="queue scrolls" tabIndex={-1} onKeyDown={arrows}>
          {found.slice(0, MOST).map((one, n) => (
            <DocumentItem
              key={one.id}
              row={one}
              now={one.id === document}
              stop={one.id === stop || (n === 0 && !found.some((r) => r.id === stop))}
            />
          ))}
          {found.length > MOST && (
            <li class="note">{t("list.more", { n: number(found.length - MOST) })}</li>
          )}
          {!found.length && <li class="note">{t("papers.none")}</li>}
        </ul>
      </section>
      <div class="single">
        {row ? <One key={row.id} row={row} /> : <p class="note empty">{t("papers.choose")}</p>}
        {shown && (
          <div class="pane side-pane" tabIndex={0} role="region" aria-label={t("event")}>
            <p class="buttons">
              <button
                type="button"
                class="tool"
                onClick={() => store.set({ section: "chronology" })}
              >
                {t("show.timeline")}
              </button>
              <button type="button" class="tool" onClick={() => store.set({ event: null })}>
                {t("close.event")}
              </button>
            </p>
            <EventView id={event} />
          </div>
        )}
      </div>
    </main>
  );
}

function DocumentItem({ row, now, stop }: { row: DocumentRow; now: boolean; stop: boolean }) {
  const { store } = useWorkspace();
  return (
    <li>
      <button
        type="button"
        class="queued"
        tabIndex={stop ? 0 : -1}
        aria-current={now || undefined}
        onClick={() => store.set({ document: row.id, event: null })}
      >
        <span class="message">{row.title}</span>
        <span class="kicker">
          {count("events", row.events)} · {row.published}
        </span>
      </button>
    </li>
  );
}

function One({ row }: { row: DocumentRow }) {
  const workbench = useWorkbench("dates", "session");
  const { store } = useWorkspace();
  return (
    <div class="pane scrolls" tabIndex={0} role="region" aria-label={row.title}>
      <p class="back">
        <button
          type="button"
          class="tool"
          onClick={() => store.set({ document: null, event: null })}
        >
          {t("back")}
        </button>
      </p>
      <article class="document-view">
        <h2 tabIndex={-1}>{row.title}</h2>
        <p class="detail">
          {row.path} · {t("document.date")}: {row.published}
        </p>
        {workbench.canDecide && <Work row={row} />}
        <DateChanges id={row.id} />
        <AnnotatedDocument id={row.id} />
      </article>
    </div>
  );
}

/** Setting the publication date, and removing the document. */
function Work({ row }: { row: DocumentRow }) {
  const workbench = useWorkbench("session");
  const workspace = useWorkspace();
  const document = useLoaded(() => loadDocument(workspace, row.id), [row.id]);
  const [open, setOpen] = useState("");
  const [date, setDate] = useState("");
  const remove: Option[] = [
    { says: t("papers.remove.go"), decision: { act: "remove", document: row.id }, ask: "why" },
  ];
  const isOwn = !row.id.includes(".");
  return (
    <div class="document-actions">
      <p class="buttons">
        <button
          type="button"
          class="tool"
          aria-expanded={open === "date"}
          onClick={() => {
            setDate(document?.published ?? "");
            setOpen(open === "date" ? "" : "date");
          }}
        >
          {t("papers.date")}
        </button>
        {workbench.session!.role === "owner" && isOwn && (
          <button
            type="button"
            class="tool"
            aria-expanded={open === "remove"}
            onClick={() => setOpen(open === "remove" ? "" : "remove")}
          >
            {t("papers.remove")}
          </button>
        )}
      </p>
      {open === "date" && (
        <form
          class="decision-fields"
          onSubmit={(e) => {
            e.preventDefault();
            if (isDate(date)) {
              void workbench.setPublicationDate(row.id, date);
              setOpen("");
            }
          }}
          onKeyDown={(e) => e.key === "Escape" && (e.stopPropagation(), setOpen(""))}
        >
          <DateField label={t("document.date")} value={date} change={setDate} focus />
          <button type="submit" class="tool first" disabled={!isDate(date) || date === "unknown"}>
            {t("keep")}
          </button>
        </form>
      )}
      {open === "remove" && (
        <>
          <p class="note">{t("papers.remove.note")}</p>
          <DecisionForm about={`remove ${row.id}`} options={remove} sent={() => setOpen("")} />
        </>
      )}
    </div>
  );
}

/** The dates that changed with the publication date. */
function DateChanges({ id }: { id: string }) {
  const workbench = useWorkbench("dates");
  const { store } = useWorkspace();
  if (workbench.dateChanges?.document !== id) return null;
  const { rows } = workbench.dateChanges;
  return (
    <div class="finding-note" role="status">
      <p class="message">{rows.length ? count("moved", rows.length) : t("moved.none")}</p>
      <ul>
        {rows.slice(0, 20).map((row) => (
          <li key={`${row.event} ${row.words}`} class="detail">
            “{row.words}”: {row.from} →{" "}
            <button type="button" class="plain" onClick={() => store.set({ event: row.event })}>
              {row.to}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
