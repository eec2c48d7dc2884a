// One item of the review queue: what was noticed and why, the passages, and the possible decisions.

import type { Claim, Event } from "../data/model";
import { ClaimCard } from "../views/EventView";
import { loadEvent, useWorkspace, useLoaded } from "../views/context";
import { capital, count, fold, t } from "../messages";
import { DecisionForm, type Option } from "./DecisionForm";
import { ActorCard } from "./ActorCard";
import { claimsOf, useWorkbench } from "./context";
import { eventOptions } from "./EventDecisions";
import type { ProposedDecision, Item } from "./buildData";
import { read, unquoted } from "./reasons";
import { QuoteInContext } from "./QuoteInContext";

export function ItemView({ item }: { item: Item }) {
  const workspace = useWorkspace();
  const events =
    useLoaded(
      () => Promise.all(item.events.map((id) => loadEvent(workspace, id))),
      [item.key],
    )?.filter((e) => e !== null) ?? [];
  const sides = ofOneDate(events, item);
  const bare = !item.events.length && !item.actors.length && !item.mentions.length;
  return (
    <article class="item">
      <h2 tabIndex={-1}>{item.message}</h2>
      <Because item={item} />
      <div class={`sides${sides.length + item.actors.length === 2 ? " paired" : ""}`}>
        {sides.map((some) => (
          <Side key={some[0].id} events={some} item={item} />
        ))}
        {item.actors.map((id) => (
          <ActorCard key={id} id={id} mentions={item.mentions} />
        ))}
      </div>
      {item.actors.length === 0 &&
        item.mentions.map((m) => (
          <QuoteInContext key={`${m.document} ${m.span[0]}`} document={m.document} span={m.span} />
        ))}
      {(bare || (item.kind === "name" && item.span)) && item.document && item.span && (
        <QuoteInContext document={item.document} span={item.span} />
      )}
      {bare && item.document && !item.span && <DocumentOf id={item.document} />}
    </article>
  );
}

function DocumentOf({ id }: { id: string }) {
  const { events, store } = useWorkspace();
  const row = events.index.documents.find((d) => d.id === id);
  return row ? (
    <p class="detail">
      <button type="button" class="plain" onClick={() => store.set({ document: id })}>
        {row.title}
      </button>{" "}
      · {t("document.date")}: {row.published}
    </p>
  ) : null;
}

/**
 * The reasons for the item; for a possible duplicate, those for and against. Their words are in the
 * sides.
 */
function Because({ item }: { item: Item }) {
  const isPair = item.kind === "merge events" || item.kind === "merge actors";
  const reasons = (isPair ? unquoted(item.because) : item.because).map(read);
  const against = reasons.filter((reason) => reason.against).map((reason) => reason.says);
  const others = reasons.filter((reason) => !reason.against).map((reason) => reason.says);
  if (!isPair)
    return others.length > 0 ? (
      <ul class="because">
        {others.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    ) : null;
  return (
    <>
      {others.length > 0 && (
        <p class="detail">{t("because.for", { reasons: others.join(", ") })}</p>
      )}
      {against.length > 0 && (
        <p class="detail">{t("because.against", { reasons: against.join(", ") })}</p>
      )}
    </>
  );
}

/**
 * The events of a finding, grouped if they share the words of their date: one decision covers them.
 */
function ofOneDate(events: Event[], item: Item): Event[][] {
  if (item.kind !== "finding") return events.map((event) => [event]);
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const { document, when } = shownOf(event, item)[0];
    const key = when.span ? `${document} ${when.span[0]}` : event.id;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()];
}

/** The claims of an event that the item is about. */
function shownOf(event: Event, item: Item): Claim[] {
  const about = event.claims.filter((c) => item.claims.includes(c.id));
  return about.length ? about : event.claims;
}

/**
 * An event of the item: its relevant claims, with the others collapsed; or several events with one
 * date.
 */
function Side({ events: [event, ...further], item }: { events: Event[]; item: Item }) {
  const workspace = useWorkspace();
  const place = workspace.events.place(event.id);
  const shown = shownOf(event, item);
  const others = event.claims.filter((c) => !shown.includes(c));
  const also = further.flatMap((one) => shownOf(one, item));
  if (place < 0) return null;
  return (
    <section class="side" aria-label={workspace.events.summary(place)}>
      <p class="when large">{capital(workspace.events.date(place))}</p>
      {workspace.events.implied(place) && <p class="detail">{workspace.events.implied(place)}</p>}
      {[event, ...further].map((one) => (
        <h3 key={one.id}>
          <a
            href={`#event=${one.id}`}
            onClick={(e) => {
              e.preventDefault();
              workspace.store.set({ event: one.id, section: "chronology" });
            }}
          >
            {capital(one.summary)}
          </a>
        </h3>
      ))}
      {event.status !== "proposed" && <p class="detail">{t(`status.${event.status}`)}</p>}
      {shown.map((claim, n) => (
        <ClaimCard key={claim.id} claim={claim} event={event} also={n === 0 ? also : []} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{count("claims.other", others.length)}</summary>
          {others.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} event={event} />
          ))}
        </details>
      )}
    </section>
  );
}

/** The decisions that resolve the item, and those open for any event. */
export function ItemDecisions({ item }: { item: Item }) {
  const workbench = useWorkbench();
  const workspace = useWorkspace();
  const events =
    useLoaded(
      () => Promise.all(item.events.map((id) => loadEvent(workspace, id))),
      [item.key],
    )?.filter((e) => e !== null) ?? [];
  const quotes = new Map(events.flatMap((event) => event.claims.map((c) => [c.id, fold(c.quote)])));
  const dates = new Map(events.flatMap((event) => event.claims.map((c) => [c.id, c.when.edtf])));
  const proposed = item.acts
    .map(option)
    .map((o) => withCurrentDate(o, dates))
    .map((o, _, all) =>
      all.filter((other) => other.says === o.says).length > 1 ? withQuote(o, quotes) : o,
    );
  const has = (act: string) => proposed.some((o) => o.decision.act === act);
  const open =
    events.length === 1 ? eventOptions(events[0]).filter((o) => !has(o.decision.act)) : [];
  const dispute: Option[] =
    events.length > 1 && item.kind === "finding"
      ? [{ says: t("act.dispute"), decision: { act: "dispute", claims: events.map(claimsOf) } }]
      : [];
  return (
    <div class="bar">
      <DecisionForm
        key={item.key}
        about={`item ${item.key}`}
        item={item.key}
        letters
        options={[...proposed, ...open, ...dispute]}
        sent={() => workbench.store.set({ item: "" })}
      />
    </div>
  );
}

function shortened(quote: string): string {
  return quote.length > SHORT ? `${quote.slice(0, SHORT - 1)}…` : quote;
}

/** The option with the quote of its claim, for decisions with identical labels. */
function withQuote(option: Option, quotes: Map<string, string>): Option {
  const quote = quotes.get(option.decision.claims?.[0]?.[0] ?? "");
  return quote
    ? {
        ...option,
        says: `${option.says}: “${shortened(quote)}”`,
      }
    : option;
}

/** The option with the current date in its field, if no date is proposed. */
function withCurrentDate(option: Option, dates: Map<string, string>): Option {
  const date = dates.get(option.decision.claims?.[0]?.[0] ?? "");
  return option.decision.act !== "date" || option.decision.value || !date || date === "unknown"
    ? option
    : { ...option, decision: { ...option.decision, value: date } };
}

const SHORT = 40; // characters of a quote on a button
const ASKS: Record<string, Option["ask"]> = {
  date: "date",
  published: "date",
  name: "text",
  group: "text",
  comment: "why",
};

function option({ says, value, ...act }: ProposedDecision): Option {
  const { document, span, ...rest } = act;
  return {
    says,
    ask: ASKS[act.act],
    decision: {
      ...rest,
      ...(document && { document }),
      ...(span && { span }),
      ...(value !== null && { value }),
    },
  };
}
