// What the chronology rests on: documents, who is cited, the best and the least evidenced events, and what is missing.

import type { ComponentChildren } from "preact";
import { write } from "../data/filter";
import { isWeb } from "../views/claims";
import { useDesk } from "../views/context";
import { capital, count, number, t } from "../words";
import { More, ToChosen, ToDocument, ToEvent, useAsked, Wait, Words, type Quoted } from "./asked";
import { useBench } from "./context";
import type { Live } from "./live";

interface Short {
  event: string;
  when: string;
  summary: string;
}

interface Weighed extends Short {
  told: string;
  words: Quoted[];
  missing: string[];
  settles: string;
}

export interface Told {
  counts: Record<string, number>;
  documents: { document: string; claims: number; dated: boolean }[];
  undated: string[];
  ties: { says: string; events: number }[];
  cited: { name: string; claims: number; documents: number; named: boolean }[];
  absent: { url: string; claims: number; event: string; words: Quoted }[];
  best: Weighed[];
  least: Weighed[];
  missing: { what: string; says: string; all: number; events: Short[] }[];
}

const FIGURES = [
  "events",
  "claims",
  "documents",
  "independent",
  "bound",
  "alone",
  "unsaid",
  "hedged",
  "denied",
  "planned",
];
const ALWAYS = new Set(["events", "claims", "documents", "independent", "alone"]);
const FEW = 12; // rows of a list that is one of many

export function Grounds({ filter }: { filter: string }) {
  const bench = useBench();
  const { source } = useDesk();
  // Of everything it was made with the build; what a filter chooses is looked at when it is asked for.
  const told = useAsked<Told>(
    () =>
      filter
        ? bench.api.get(`/api/evidence/grounds?${new URLSearchParams({ filter })}`)
        : (source as Live).grounds(),
    filter,
  );
  if (told === null || typeof told === "string") return <Wait said={told} />;
  if (!told.counts.events) return <p class="note">{t("grounds.none")}</p>;
  return (
    <>
      <h3>{t("grounds.figures")}</h3>
      <dl class="figures">
        {FIGURES.filter((name) => told.counts[name] || ALWAYS.has(name)).map((name) => (
          <div key={name}>
            <dt>{t(`grounds.${name}`)}</dt>
            <dd>{number(told.counts[name])}</dd>
          </div>
        ))}
      </dl>
      <div class="halves">
        <Documents told={told} />
        <Cited told={told} filter={filter} />
      </div>
      {told.best.length > 0 && <h3>{t("grounds.best")}</h3>}
      <ul>
        {told.best.map((one) => (
          <Event key={one.event} one={one} />
        ))}
      </ul>
      {told.least.length > 0 && <h3>{t("grounds.least")}</h3>}
      <ul>
        {told.least.map((one) => (
          <Event key={one.event} one={one} />
        ))}
      </ul>
      <h3>{t("grounds.missing")}</h3>
      <Missing told={told} filter={filter} />
    </>
  );
}

function Documents({ told }: { told: Told }) {
  return (
    <section>
      <h3>{t("grounds.tellers")}</h3>
      <ul class="counted">
        {told.documents.slice(0, FEW).map(({ document, claims, dated }) => (
          <li key={document}>
            <ToDocument id={document} />{" "}
            <span class="how">
              {[count("claims", claims), !dated && t("grounds.undated")]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      <More n={told.counts.documents - Math.min(FEW, told.documents.length)} />
      {told.ties.length > 0 && (
        <details>
          <summary>{t("grounds.ties")}</summary>
          <ul class="counted">
            {told.ties.map(({ says, events }) => (
              <li key={says}>
                {says} <span class="how">{count("events", events)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Cited({ told, filter }: { told: Told; filter: string }) {
  const { own_words: own, cited } = told.counts;
  return (
    <section>
      <h3>{t("grounds.cited")}</h3>
      <ul class="counted">
        {own > 0 && (
          <li>
            {t("grounds.own")} <span class="how">{count("claims", own)}</span>
          </li>
        )}
        {told.cited.slice(0, FEW).map(({ name, claims, documents, named }) => (
          <li key={name}>
            <ToChosen filter={narrowed(filter, "source", name)}>{name}</ToChosen>{" "}
            <span class="how">
              {[
                count("claims", claims),
                count("documents", documents),
                !named && t("grounds.unnamed"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      <More n={cited - Math.min(FEW, told.cited.length)} />
    </section>
  );
}

function Event({ one }: { one: Weighed }) {
  return (
    <li class="weighed">
      <p class="when">{capital(one.when)}</p>
      <div>
        <p class="summary">
          <ToEvent id={one.event}>{one.summary}</ToEvent>
        </p>
        <p class="how">{capital(one.told)}</p>
        <ul class="rests-on">
          {one.words.map((words, n) => (
            <Words key={n} words={words} event={one.event} />
          ))}
        </ul>
        {one.missing.length > 0 && (
          <p class="how">{t("grounds.lacks", { what: one.missing.join("; ") })}</p>
        )}
        {one.settles && <p class="how">{t("grounds.settles", { what: one.settles })}</p>}
      </div>
    </li>
  );
}

function Missing({ told, filter }: { told: Told; filter: string }) {
  const { undated_documents: undated, absent } = told.counts;
  if (!told.missing.length && !undated && !absent)
    return <p class="note">{t("grounds.missing.none")}</p>;
  return (
    <>
      {told.missing.map(({ what, says, all, events }) => (
        <Lack key={what} says={says} n={count("events", all)}>
          {what === "undated" && (
            <p>
              <ToChosen filter={narrowed(filter, "dated", "no")}>{t("grounds.all")}</ToChosen>
            </p>
          )}
          <ul class="counted">
            {events.map((one) => (
              <li key={one.event}>
                <ToEvent id={one.event}>{one.summary}</ToEvent>
                {what !== "undated" && <span class="how"> {capital(one.when)}</span>}
              </li>
            ))}
          </ul>
          <More n={all - events.length} />
        </Lack>
      ))}
      {undated > 0 && (
        <Lack says={t("grounds.undated.documents")} n={count("documents", undated)}>
          <ul class="counted">
            {told.undated.map((id) => (
              <li key={id}>
                <ToDocument id={id} />
              </li>
            ))}
          </ul>
          <More n={undated - told.undated.length} />
        </Lack>
      )}
      {absent > 0 && (
        <Lack says={t("grounds.absent")} n={number(absent)}>
          <ul class="counted">
            {told.absent.map(({ url, claims, event, words }) => (
              <li key={url}>
                {isWeb(url) ? (
                  <a href={url} rel="noopener noreferrer nofollow" target="_blank">
                    {url}
                  </a>
                ) : (
                  url
                )}{" "}
                <span class="how">{count("claims", claims)}</span>
                <ul class="rests-on">
                  <Words words={words} event={event} />
                </ul>
              </li>
            ))}
          </ul>
          <More n={absent - told.absent.length} />
        </Lack>
      )}
    </>
  );
}

function Lack({ says, n, children }: { says: string; n: string; children: ComponentChildren }) {
  return (
    <details class="lack">
      <summary>
        {capital(says)} <span class="n">{n}</span>
      </summary>
      {children}
    </details>
  );
}

/** A filter with one more value in it. */
function narrowed(filter: string, field: string, value: string): string {
  return `${filter} ${write({ field, values: [value.replace(/["“”]/g, "")], wanted: true })}`.trim();
}
