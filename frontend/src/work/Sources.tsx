// The sources of the chronology: documents, people cited, the best and least supported events, and
// gaps.

import type { ComponentChildren } from "preact";
import { write } from "../data/filter";
import { isWeb } from "../views/claims";
import { useWorkspace } from "../views/context";
import { capital, count, number, t } from "../messages";
import {
  More,
  FilterLink,
  DocumentLink,
  EventLink,
  useAnswer,
  Pending,
  QuoteLine,
} from "./answers";
import { useWorkbench } from "./context";
import type { BuildData } from "./buildData";
import type { EvidencedEvent, EvidenceSummary } from "./evidence";

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

export function Sources({ filter }: { filter: string }) {
  const workbench = useWorkbench();
  const { source } = useWorkspace();
  // The summary of everything comes with the build; that of a filter is computed on request.
  const summary = useAnswer<EvidenceSummary>(
    () =>
      filter
        ? workbench.api.get(`/api/evidence/grounds?${new URLSearchParams({ filter })}`)
        : (source as BuildData).grounds(),
    filter,
  );
  if (summary === null || typeof summary === "string") return <Pending message={summary} />;
  if (!summary.counts.events) return <p class="note">{t("grounds.none")}</p>;
  return (
    <>
      <h3>{t("grounds.figures")}</h3>
      <dl class="figures">
        {FIGURES.filter((name) => summary.counts[name] || ALWAYS.has(name)).map((name) => (
          <div key={name}>
            <dt>{t(`grounds.${name}`)}</dt>
            <dd>{number(summary.counts[name])}</dd>
          </div>
        ))}
      </dl>
      <div class="columns">
        <Documents summary={summary} />
        <Cited summary={summary} filter={filter} />
      </div>
      {summary.best.length > 0 && <h3>{t("grounds.best")}</h3>}
      <ul>
        {summary.best.map((one) => (
          <Event key={one.event} one={one} />
        ))}
      </ul>
      {summary.least.length > 0 && <h3>{t("grounds.least")}</h3>}
      <ul>
        {summary.least.map((one) => (
          <Event key={one.event} one={one} />
        ))}
      </ul>
      <h3>{t("grounds.missing")}</h3>
      <Missing summary={summary} filter={filter} />
    </>
  );
}

function Documents({ summary }: { summary: EvidenceSummary }) {
  return (
    <section>
      <h3>{t("grounds.tellers")}</h3>
      <ul class="counted">
        {summary.documents.slice(0, FEW).map(({ document, claims, dated }) => (
          <li key={document}>
            <DocumentLink id={document} />{" "}
            <span class="detail">
              {[count("claims", claims), !dated && t("grounds.undated")]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      <More n={summary.counts.documents - Math.min(FEW, summary.documents.length)} />
      {summary.ties.length > 0 && (
        <details>
          <summary>{t("grounds.ties")}</summary>
          <ul class="counted">
            {summary.ties.map(({ says, events }) => (
              <li key={says}>
                {says} <span class="detail">{count("events", events)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Cited({ summary, filter }: { summary: EvidenceSummary; filter: string }) {
  const { own_words: own, cited } = summary.counts;
  return (
    <section>
      <h3>{t("grounds.cited")}</h3>
      <ul class="counted">
        {own > 0 && (
          <li>
            {t("grounds.own")} <span class="detail">{count("claims", own)}</span>
          </li>
        )}
        {summary.cited.slice(0, FEW).map(({ name, claims, documents, named }) => (
          <li key={name}>
            <FilterLink filter={narrowed(filter, "source", name)}>{name}</FilterLink>{" "}
            <span class="detail">
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
      <More n={cited - Math.min(FEW, summary.cited.length)} />
    </section>
  );
}

function Event({ one }: { one: EvidencedEvent }) {
  return (
    <li class="evidence-row">
      <p class="when">{capital(one.when)}</p>
      <div>
        <p class="summary">
          <EventLink id={one.event}>{one.summary}</EventLink>
        </p>
        <p class="detail">{capital(one.told)}</p>
        <ul class="grounds">
          {one.words.map((words, n) => (
            <QuoteLine key={n} words={words} event={one.event} />
          ))}
        </ul>
        {one.missing.length > 0 && (
          <p class="detail">{t("grounds.lacks", { what: one.missing.join("; ") })}</p>
        )}
        {one.settles && <p class="detail">{t("grounds.settles", { what: one.settles })}</p>}
      </div>
    </li>
  );
}

function Missing({ summary, filter }: { summary: EvidenceSummary; filter: string }) {
  const { undated_documents: undated, absent } = summary.counts;
  if (!summary.missing.length && !undated && !absent)
    return <p class="note">{t("grounds.missing.none")}</p>;
  return (
    <>
      {summary.missing.map(({ what, says, all, events }) => (
        <MissingGroup key={what} says={says} n={count("events", all)}>
          {what === "undated" && (
            <p>
              <FilterLink filter={narrowed(filter, "dated", "no")}>{t("grounds.all")}</FilterLink>
            </p>
          )}
          <ul class="counted">
            {events.map((one) => (
              <li key={one.event}>
                <EventLink id={one.event}>{one.summary}</EventLink>
                {what !== "undated" && <span class="detail"> {capital(one.when)}</span>}
              </li>
            ))}
          </ul>
          <More n={all - events.length} />
        </MissingGroup>
      ))}
      {undated > 0 && (
        <MissingGroup says={t("grounds.undated.documents")} n={count("documents", undated)}>
          <ul class="counted">
            {summary.undated.map((id) => (
              <li key={id}>
                <DocumentLink id={id} />
              </li>
            ))}
          </ul>
          <More n={undated - summary.undated.length} />
        </MissingGroup>
      )}
      {absent > 0 && (
        <MissingGroup says={t("grounds.absent")} n={number(absent)}>
          <ul class="counted">
            {summary.absent.map(({ url, claims, event, words }) => (
              <li key={url}>
                {isWeb(url) ? (
                  <a href={url} rel="noopener noreferrer nofollow" target="_blank">
                    {url}
                  </a>
                ) : (
                  url
                )}{" "}
                <span class="detail">{count("claims", claims)}</span>
                <ul class="grounds">
                  <QuoteLine words={words} event={event} />
                </ul>
              </li>
            ))}
          </ul>
          <More n={absent - summary.absent.length} />
        </MissingGroup>
      )}
    </>
  );
}

function MissingGroup({
  says,
  n,
  children,
}: {
  says: string;
  n: string;
  children: ComponentChildren;
}) {
  return (
    <details class="missing">
      <summary>
        {capital(says)} <span class="n">{n}</span>
      </summary>
      {children}
    </details>
  );
}

/** The filter with one more value. */
function narrowed(filter: string, field: string, value: string): string {
  const term = write({ field, values: [value.replace(/["“”]/g, "")], included: true });
  return `${filter} ${term}`.trim();
}
