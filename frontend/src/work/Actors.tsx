// People and organizations: renaming, merging, splitting and grouping them.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { fold, number, t, count } from "../messages";
import { slice } from "../data/codepoints";
import { loadDocument, useWorkspace, useLoaded } from "../views/context";
import { useStore } from "../state";
import { DecisionForm, type Option } from "./DecisionForm";
import { useActors } from "./ActorCard";
import { QuoteInContext } from "./QuoteInContext";
import { useWorkbench } from "./context";
import { arrows } from "./focus";
import type { Actor, Mention } from "./buildData";

const MOST = 200; // rows at once
const READ = 2000; // mentions whose spellings are loaded: each may be in a different document

export function Actors() {
  const workbench = useWorkbench("workspace");
  const { events } = useWorkspace();
  const { item } = useStore(workbench.store, ["item"]);
  const actors = useActors();
  const [words, setWords] = useState("");
  const counts = useMemo(() => {
    const eventCounts = new Uint32Array(events.index.actors.length);
    for (const some of events.index.events.actors) for (const a of some) eventCounts[a]++;
    return new Map(events.index.actors.map(([id], a) => [id, eventCounts[a]]));
  }, [events]);
  const found = useMemo(() => {
    const query = words.toLowerCase().trim();
    const some = (actors ?? []).filter(
      (a) =>
        !query ||
        [a.name, ...a.aliases, ...a.groups].some((name) => name.toLowerCase().includes(query)),
    );
    return some.sort(
      (a, b) => counts.get(b.id)! - counts.get(a.id)! || b.mentions.length - a.mentions.length,
    );
  }, [actors, words, counts]);
  useEffect(() => {
    if (!workbench.actorPlace || !actors) return;
    const again = actors.find((a) =>
      a.mentions.some(
        (m) =>
          m.document === workbench.actorPlace!.document &&
          m.span[0] === workbench.actorPlace!.span[0],
      ),
    );
    if (again && again.id !== item) workbench.store.set({ item: again.id });
  }, [actors]);
  const chosen = actors?.find((a) => a.id === item);
  const choose = (actor: Actor) => {
    workbench.actorPlace = actor.mentions[0] ?? null;
    workbench.store.set({ item: actor.id });
  };
  return (
    <main class={`two actors${chosen ? " chosen" : ""}`}>
      <section class="side-list" aria-label={t("section.actors")}>
        <div class="finder">
          <input
            type="search"
            value={words}
            placeholder={t("actors.find")}
            aria-label={t("actors.find")}
            onInput={(e) => setWords(e.currentTarget.value)}
          />
        </div>
        <ul class="queue scrolls" tabIndex={-1} onKeyDown={arrows}>
          {found.slice(0, MOST).map((actor, n) => (
            <li key={actor.id}>
              <button
                type="button"
                class="queued"
                tabIndex={
                  actor === chosen || (n === 0 && (!chosen || !found.includes(chosen))) ? 0 : -1
                }
                aria-current={actor.id === item || undefined}
                onClick={() => choose(actor)}
              >
                <span class="message">{actor.name}</span>
                <span class="kicker">
                  {[
                    t(`actor.${actor.kind}`),
                    count("events", counts.get(actor.id) ?? 0),
                    ...actor.groups,
                  ].join(" · ")}
                </span>
              </button>
            </li>
          ))}
          {found.length > MOST && (
            <li class="note">{t("list.more", { n: number(found.length - MOST) })}</li>
          )}
          {actors && !found.length && <li class="note">{t("actors.none")}</li>}
        </ul>
      </section>
      <div class="single">
        {chosen ? (
          <One key={chosen.id} actor={chosen} all={actors!} events={counts.get(chosen.id) ?? 0} />
        ) : (
          <p class="note empty">{t("actors.choose")}</p>
        )}
      </div>
    </main>
  );
}

interface Named {
  name: string;
  mentions: Mention[];
}

/** An actor's mentions by spelling, most frequent first. */
function useNames(actor: Actor): Named[] | null {
  const workspace = useWorkspace();
  return useLoaded(async () => {
    const names = new Map<string, Mention[]>();
    for (const mention of actor.mentions.slice(0, READ)) {
      const document = await loadDocument(workspace, mention.document);
      const name = document ? fold(slice(document.text, ...mention.span)) : "";
      names.set(name, [...(names.get(name) ?? []), mention]);
    }
    return [...names]
      .map(([name, mentions]) => ({ name, mentions }))
      .sort((a, b) => b.mentions.length - a.mentions.length);
  }, [actor.id]);
}

function One({ actor, all, events }: { actor: Actor; all: Actor[]; events: number }) {
  const workbench = useWorkbench("session");
  const { store } = useWorkspace();
  const names = useNames(actor);
  const few = standing(actor);
  const options: Option[] = [
    {
      says: t("act.name"),
      decision: { act: "name", mentions: [few], value: actor.name },
      ask: "text",
    },
    {
      says: t("act.group"),
      decision: { act: "group", mentions: [few], value: actor.groups[0] ?? "" },
      ask: "text",
    },
  ];
  return (
    <div class="scrolls pane" tabIndex={0} role="region" aria-label={t("actor")}>
      <p class="back">
        <button type="button" class="tool" onClick={() => store.set({ item: "" })}>
          {t("back")}
        </button>
      </p>
      <article class="actor">
        <p class="kicker">{t(`actor.${actor.kind}`)}</p>
        <h2 tabIndex={-1}>{actor.name}</h2>
        <p class="detail">
          {[
            count("events", events),
            count("mentions", actor.mentions.length),
            ...actor.groups.map((g) => t("actor.group", { group: g })),
          ].join(" · ")}
        </p>
        <p class="buttons">
          <button
            type="button"
            class="tool"
            onClick={() =>
              store.set({
                filter: `actor:"${actor.name.replace(/["“”]/g, "")}"`,
                section: "chronology",
                event: null,
              })
            }
          >
            {t("actor.events")}
          </button>
        </p>
        {workbench.canDecide && (
          <DecisionForm
            about={`actor ${actor.mentions[0]?.document} ${actor.mentions[0]?.span[0]}`}
            options={options}
          />
        )}
        {workbench.canDecide && <Merge actor={actor} all={all} />}
        <h3>{t("actor.named")}</h3>
        {names?.map((named, n) => (
          <Spelling key={named.name} named={named} first={n === 0} only={names.length === 1} />
        ))}
        {actor.mentions.length > READ && (
          <p class="detail">{t("mentions.more", { n: number(actor.mentions.length - READ) })}</p>
        )}
      </article>
    </div>
  );
}

/**
 * The mentions that a decision about an actor rests on: the first in each document, at most a
 * hundred.
 */
function standing(actor: Actor): Mention[] {
  const first = new Map<string, Mention>();
  for (const m of actor.mentions) if (!first.has(m.document)) first.set(m.document, m);
  return [...first.values()].slice(0, 100);
}

function Spelling({ named, first, only }: { named: Named; first: boolean; only: boolean }) {
  const workbench = useWorkbench("session");
  const options: Option[] = [
    {
      says: t("act.split.name", { name: named.name }),
      decision: { act: "split", mentions: [named.mentions] },
      ask: "sure",
    },
  ];
  return (
    <details class="spelling" open={first}>
      <summary>
        {named.name} <span class="n">{number(named.mentions.length)}</span>
      </summary>
      {workbench.canDecide && !only && (
        <DecisionForm
          about={`split ${named.mentions[0].document} ${named.mentions[0].span[0]}`}
          options={options}
          brief
        />
      )}
      {named.mentions.slice(0, 20).map((m) => (
        <QuoteInContext key={`${m.document} ${m.span[0]}`} document={m.document} span={m.span} />
      ))}
      {named.mentions.length > 20 && (
        <p class="detail">{t("mentions.more", { n: number(named.mentions.length - 20) })}</p>
      )}
    </details>
  );
}

const wordsOfNames = (actor: Actor): string[] =>
  [actor.name, ...actor.aliases]
    .join(" ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/** Merges an actor with another one, found by name. */
function Merge({ actor, all }: { actor: Actor; all: Actor[] }) {
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), [open]);
  const query = words.toLowerCase().trim();
  const alike = (a: Actor) =>
    wordsOfNames(a).filter((word) => wordsOfNames(actor).includes(word)).length;
  const others = all.filter(
    (a) =>
      a.id !== actor.id &&
      (!query || [a.name, ...a.aliases].some((n) => n.toLowerCase().includes(query))),
  );
  const found = others
    .sort(
      (a, b) =>
        alike(b) - alike(a) ||
        Number(b.kind === actor.kind) - Number(a.kind === actor.kind) ||
        b.mentions.length - a.mentions.length,
    )
    .slice(0, 12);
  if (!open)
    return (
      <p>
        <button type="button" class="plain" onClick={() => setOpen(true)}>
          {t("actor.same")}
        </button>
      </p>
    );
  return (
    <div class="duplicate">
      <label class="labelled">
        {t("actor.same")}{" "}
        <input
          type="search"
          ref={field}
          value={words}
          placeholder={t("actors.find")}
          onInput={(e) => setWords(e.currentTarget.value)}
        />
      </label>
      <DecisionForm
        about={`same ${actor.id} ${query}`}
        brief
        options={found.map((a) => ({
          says: `${a.name} · ${t(`actor.${a.kind}`)}`,
          decision: { act: "merge", mentions: [standing(actor), standing(a)] },
          ask: "sure" as const,
        }))}
        sent={() => setOpen(false)}
      />
      <p>
        <button type="button" class="tool" onClick={() => setOpen(false)}>
          {t("cancel")}
        </button>
      </p>
    </div>
  );
}
