// One thing to decide: what was noticed and why, the words it rests on in their passages, and what can be said of it.

import type { Event } from "../data/model";
import { ClaimCard } from "../views/EventView";
import { loadEvent, useDesk, useLoaded } from "../views/context";
import { capital, count, fold, t } from "../words";
import { Acts, type Option } from "./Acts";
import { ActorCard } from "./ActorCard";
import { claimsOf, useBench } from "./context";
import { ofEvent } from "./EventActs";
import type { Act, Item } from "./live";
import { Around } from "./Around";

export function ItemView({ item }: { item: Item }) {
  const desk = useDesk();
  const events = useLoaded(() => Promise.all(item.events.map((id) => loadEvent(desk, id))), [item.key])?.filter((e) => e !== null) ?? [];
  const bare = !item.events.length && !item.actors.length && !item.mentions.length;
  return (
    <article class="item">
      <p class="kicker">{t(`kind.${item.kind}`)}{item.code !== item.kind && item.code !== "doubt" && ` · ${item.code}`}</p>
      <h2 tabIndex={-1}>{item.message}</h2>
      {item.because.length > 0 && <ul class="because">{item.because.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
      <div class={`sides${events.length + item.actors.length === 2 ? " paired" : ""}`}>
        {events.map((event) => <Side key={event.id} event={event} item={item} />)}
        {item.actors.map((id) => <ActorCard key={id} id={id} mentions={item.mentions} />)}
      </div>
      {item.actors.length === 0 && item.mentions.map((m) => <Around key={`${m.document} ${m.span[0]}`} document={m.document} span={m.span} />)}
      {(bare || (item.kind === "name" && item.span)) && item.document && item.span && <Around document={item.document} span={item.span} />}
      {bare && item.document && !item.span && <DocumentOf id={item.document} />}
    </article>
  );
}

function DocumentOf({ id }: { id: string }) {
  const { events, store } = useDesk();
  const row = events.index.documents.find((d) => d.id === id);
  return row ? <p class="how"><button type="button" class="plain" onClick={() => store.set({ document: id })}>{row.title}</button> · {t("document.date")}: {row.published}</p> : null;
}

/** An event of the item: its claims that the item is about, the others folded. */
function Side({ event, item }: { event: Event; item: Item }) {
  const desk = useDesk();
  const place = desk.events.place(event.id);
  const about = event.claims.filter((c) => item.claims.includes(c.id));
  const shown = about.length ? about : event.claims;
  const others = event.claims.filter((c) => !shown.includes(c));
  if (place < 0) return null;
  return (
    <section class="side" aria-label={desk.events.summary(place)}>
      <p class="when large">{capital(desk.events.date(place))}</p>
      {desk.events.implied(place) && <p class="how">{desk.events.implied(place)}</p>}
      <h3><a href={`#event=${event.id}`} onClick={(e) => { e.preventDefault(); desk.store.set({ event: event.id, room: "chronology" }); }}>{capital(desk.events.summary(place))}</a></h3>
      {event.status !== "proposed" && <p class="how">{t(`status.${event.status}`)}</p>}
      {shown.map((claim) => <ClaimCard key={claim.id} claim={claim} event={event} />)}
      {others.length > 0 && (
        <details><summary>{count("claims.other", others.length)}</summary>{others.map((claim) => <ClaimCard key={claim.id} claim={claim} event={event} />)}</details>
      )}
    </section>
  );
}

/** The decisions that settle the item, and those that are open for any event. */
export function ItemActs({ item }: { item: Item }) {
  const bench = useBench();
  const desk = useDesk();
  const events = useLoaded(() => Promise.all(item.events.map((id) => loadEvent(desk, id))), [item.key])?.filter((e) => e !== null) ?? [];
  const quotes = new Map(events.flatMap((event) => event.claims.map((c) => [c.id, fold(c.quote)])));
  const dates = new Map(events.flatMap((event) => event.claims.map((c) => [c.id, c.when.edtf])));
  const proposed = item.acts.map(option).map((o) => begun(o, dates)).map((o, _, all) => (all.filter((other) => other.says === o.says).length > 1 ? told(o, quotes) : o));
  const has = (act: string) => proposed.some((o) => o.decision.act === act);
  const open = events.length === 1 ? ofEvent(events[0]).filter((o) => !has(o.decision.act)) : [];
  const dispute: Option[] = events.length > 1 && item.kind === "finding" ? [{ says: t("act.dispute"), decision: { act: "dispute", claims: events.map(claimsOf) } }] : [];
  return <div class="bar"><Acts key={item.key} about={`item ${item.key}`} item={item.key} letters options={[...proposed, ...open, ...dispute]} sent={() => bench.store.set({ item: "" })} /></div>;
}

/** Of decisions with the same words, which claim each is about. */
function told(option: Option, quotes: Map<string, string>): Option {
  const quote = quotes.get(option.decision.claims?.[0]?.[0] ?? "");
  return quote ? { ...option, says: `${option.says}: “${quote.length > SHORT ? `${quote.slice(0, SHORT - 1)}…` : quote}”` } : option;
}

/** Where no date is proposed, the one that is to be put right stands in the field. */
function begun(option: Option, dates: Map<string, string>): Option {
  const date = dates.get(option.decision.claims?.[0]?.[0] ?? "");
  return option.decision.act !== "date" || option.decision.value || !date || date === "unknown" ? option : { ...option, decision: { ...option.decision, value: date } };
}

const SHORT = 40; // characters of a quote on a button
const ASKS: Record<string, Option["ask"]> = { date: "date", published: "date", name: "text", group: "text", comment: "why" };

function option({ says, value, ...act }: Act): Option {
  const { document, span, ...rest } = act;
  return { says, ask: ASKS[act.act], decision: { ...rest, ...(document && { document }), ...(span && { span }), ...(value !== null && { value }) } };
}
