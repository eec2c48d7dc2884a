// What page and workbench share: lists on the left, the picture on the right, details below it.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Events } from "./data/events";
import { entriesOf, usual } from "./data/entries";
import { FilterError, parse, select } from "./data/filter";
import { preparePrint } from "./print";
import { ScrollSync } from "./scrollSync";
import { useStore, type List as ListName } from "./state";
import { Timeline } from "./timeline/Timeline";
import { count, number, t } from "./messages";
import { CoincidenceResults, useHasResults } from "./views/CoincidenceResults";
import { Contacts } from "./views/Contacts";
import { useWorkspace, type Workspace } from "./views/context";
import { DocumentView } from "./views/DocumentView";
import { Documents } from "./views/Documents";
import { EventView } from "./views/EventView";
import { Findings } from "./views/Findings";
import { KeyEvents } from "./views/KeyEvents";
import { List } from "./views/List";
import { Search } from "./views/Search";

export function Board() {
  const workspace = useWorkspace();
  const { events, store } = workspace;
  const state = useStore(store, ["filter", "list", "picture", "event", "document", "most"]);
  const [searching, setSearching] = useState(state.filter !== "");
  const texts = useQuotes(workspace, searching);
  const { chosen: selected, problem } = useChosen(workspace, state.filter, texts);
  const most = state.most ?? usual(events);
  const chosen = useMemo(() => entriesOf(events, selected, most), [events, selected, most]);
  const step = useMemo(() => new ScrollSync(), []);
  const hasResults = useHasResults();
  useEffect(() => preparePrint(events, chosen, state.filter, () => step.picture()), [chosen]);
  return (
    <main>
      <section class="view-options" aria-label={t("choose")}>
        <Search chosen={chosen} problem={problem} begin={() => setSearching(true)} />
        <Tabs chosen={events.countedIn(chosen)} />
        {state.list === "events" && <KeyEvents chosen={selected} most={most} />}
        {state.list === "events" ? (
          <List chosen={chosen} step={step} />
        ) : state.list === "findings" ? (
          <Findings />
        ) : (
          <Documents />
        )}
      </section>
      <section class="picture" aria-label={t("picture")}>
        <div class="switch" role="group" aria-label={t("picture")}>
          {(hasResults
            ? (["timeline", "contacts", "coincidence"] as const)
            : (["timeline", "contacts"] as const)
          ).map((name) => (
            <button
              type="button"
              key={name}
              class="tab"
              aria-pressed={state.picture === name}
              onClick={() => store.set({ picture: name })}
            >
              {t(`picture.${name}`)}
            </button>
          ))}
        </div>
        {state.picture === "coincidence" && hasResults ? (
          <CoincidenceResults />
        ) : state.picture === "contacts" ? (
          <Contacts chosen={selected} />
        ) : (
          <Timeline chosen={chosen} step={step} />
        )}
      </section>
      <Reading event={state.event} document={state.document} />
    </main>
  );
}

function Tabs({ chosen }: { chosen: number }) {
  const { events, store } = useWorkspace();
  const { list } = useStore(store, ["list"]);
  const tabs: [ListName, number][] = [
    ["events", chosen],
    ["findings", events.index.findings.length],
    ["documents", events.index.documents.length],
  ];
  return (
    <div class="tabs" role="group" aria-label={t("choose")}>
      {tabs.map(([name, n]) => (
        <button
          type="button"
          key={name}
          class="tab"
          aria-pressed={list === name}
          onClick={() => store.set({ list: name })}
        >
          {t(`tab.${name}`)} <span class="n">{number(n)}</span>
        </button>
      ))}
    </div>
  );
}

function Reading({ event, document }: { event: string | null; document: string | null }) {
  const box = useRef<HTMLElement>(null);
  const before = useRef<string | null>(null);
  // On a phone the details cover the list: the focus moves in with the reader, and back afterwards.
  useEffect(() => {
    if (matchMedia("(max-width: 899px)").matches) {
      const heading = box.current?.querySelector<HTMLElement>(
        document ? ".document-view h2" : ".event-view h2",
      );
      (heading ?? window.document.getElementById(`row-${before.current}`))?.focus({
        preventScroll: true,
      });
    }
    before.current = event;
  }, [event, document]);
  return (
    <section
      class={`close${document ? " with-document" : ""}`}
      aria-label={t("close.label")}
      ref={box}
    >
      <ReadingTools event={event} document={document} />
      <div class="panes">
        {event && (
          <div class="pane" tabIndex={0} role="region" aria-label={t("event")}>
            <EventView id={event} />
          </div>
        )}
        {document && (
          <div class="pane" tabIndex={0} role="region" aria-label={t("document")}>
            <DocumentView id={document} />
          </div>
        )}
        {!event && !document && <Welcome />}
      </div>
    </section>
  );
}

function ReadingTools({ event, document }: { event: string | null; document: string | null }) {
  const workspace = useWorkspace();
  useEffect(() => {
    if (!event && !document) return;
    const key = (e: KeyboardEvent) =>
      e.key === "Escape" && workspace.store.set(document ? { document: null } : { event: null });
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, [event, document]);
  if (!event && !document) return null;
  return (
    <p class="buttons">
      <button
        type="button"
        class="tool skip-list"
        onClick={() => workspace.store.set({ document: null, event: null })}
      >
        <span aria-hidden="true">← </span>
        {t("close.all")}
      </button>
      {document && (
        <button
          type="button"
          class={event ? "tool" : "tool wide"}
          onClick={() => workspace.store.set({ document: null })}
        >
          {t("close.document")}
        </button>
      )}
      {event && !document && (
        <button
          type="button"
          class="tool wide"
          onClick={() => workspace.store.set({ event: null })}
        >
          {t("close.event")}
        </button>
      )}
    </p>
  );
}

function Welcome() {
  const { events } = useWorkspace();
  const { findings, documents } = events.index;
  const notes = findings.filter((f) => f.severity === "note").length;
  const all = count("findings", findings.length);
  const found = notes ? count("findings.notes", notes, { findings: all }) : all;
  return (
    <div class="welcome" tabIndex={0} role="region" aria-label={t("reading")}>
      <p>
        {t("welcome", {
          documents: count("documents", documents.length),
          events: count("events", events.counted),
          findings: found,
        })}
      </p>
      {["dates", "sources", "marks", "findings"].map((part) => (
        <p class="note" key={part}>
          {t(`reading.${part}`)}
        </p>
      ))}
    </div>
  );
}

/** The events that match the filter; if it can't be parsed, those that matched last. */
function useChosen(
  { events }: Workspace,
  filter: string,
  texts: number,
): { chosen: Int32Array; problem: string } {
  const last = useRef<{ events: Events; chosen: Int32Array } | null>(null);
  return useMemo(() => {
    if (last.current?.events !== events) last.current = { events, chosen: select(events, []) };
    try {
      const terms = parse(filter);
      if (terms.length || last.current.chosen.length !== events.length)
        last.current.chosen = select(events, terms);
      return { chosen: last.current.chosen, problem: "" };
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      return { chosen: last.current.chosen, problem: error.message };
    }
  }, [events, filter, /\S/.test(filter) ? texts : 0]);
}

const FEW_BLOCKS = 4; // loaded after the first drawing; more only when a search begins

/** Loads the quotes block by block for searching; returns the number of blocks loaded. */
function useQuotes({ source, events }: Workspace, searching: boolean): number {
  const [read, set] = useState(0); // blocks, over all builds
  const blocks = Math.ceil(events.length / events.index.eventsABlock);
  useEffect(() => {
    if (!searching && blocks > FEW_BLOCKS) return;
    let active = true;
    void (async () => {
      await new Promise((done) => setTimeout(done, searching ? 0 : 600));
      for (let block = 0; block < blocks && active; block++) {
        events.addQuotes(block, await source.events(block));
        if (block % 16 === 15) await new Promise((done) => setTimeout(done, 10));
      }
      if (active) set((n) => n + blocks);
    })();
    return () => {
      active = false;
    };
  }, [searching, events]);
  return read;
}
