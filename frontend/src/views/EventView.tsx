// One event: who reports it, in what words, how certain they are, and what conflicts.

import type { Claim, Difference, Document, Event, Finding, Link, Span } from "../data/model";
import { capital, checkName, count, fold, t, valueName } from "../messages";
import { sourceChain, dateNote, qualifiers, isWeb } from "./claims";
import { loadDocument, loadEvent, loadLinks, useWorkspace, useLoaded } from "./context";
import { around, Marked, marksOf } from "./Passage";
import { useFilterEdits } from "./filterEdits";

export function EventView({ id }: { id: string }) {
  const workspace = useWorkspace();
  const event = useLoaded(() => loadEvent(workspace, id), [id]);
  const links = useLoaded(() => loadLinks(workspace, id), [id]) ?? [];
  const place = workspace.events.place(id);
  if (place < 0) return <p class="note">{t("event.missing")}</p>;
  const findings = workspace.events.findings(place).map((n) => workspace.events.index.findings[n]);
  return (
    <article class="event-view" aria-busy={!event}>
      <p class="when large">{capital(workspace.events.date(place))}</p>
      {workspace.events.correction(place) && (
        <p class="detail">{capital(workspace.events.correction(place))}</p>
      )}
      {workspace.events.implied(place) && <p class="detail">{workspace.events.implied(place)}</p>}
      <p class="kicker">{workspace.events.reportedBy(place)}</p>
      <h2 tabIndex={-1}>
        {workspace.events.isRejected(place) ? (
          <s>{workspace.events.summary(place)}</s>
        ) : (
          workspace.events.summary(place)
        )}
      </h2>
      {event && <Standing event={event} />}
      {event && <Actors event={event} />}
      {event?.differences && <Differences event={event} differences={event.differences} />}
      {event && <Claims event={event} />}
      <SameSentence place={place} />
      {findings.map((finding) => (
        <FindingNote key={finding.code + finding.message} finding={finding} />
      ))}
      {event && workspace.extensions?.event(event)}
      {links.length > 0 && <Links id={id} links={links} />}
    </article>
  );
}

/** The other events of the sentence, which the list has under its main event. */
function SameSentence({ place }: { place: number }) {
  const { events, store } = useWorkspace();
  const main = events.index.events.main[place];
  const others = [main, ...events.minor(main)].filter((i) => i !== place);
  if (!others.length) return null;
  return (
    <section class="same-sentence">
      <h3>{t("event.sentence")}</h3>
      <ul>
        {others.map((i) => (
          <li key={events.id(i)}>
            <a
              href={`#event=${encodeURIComponent(events.id(i))}`}
              onClick={(e) => {
                e.preventDefault();
                store.set({ event: events.id(i) });
              }}
            >
              {events.summary(i)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ event }: { event: Event }) {
  const { independent, documents, because = [] } = event.corroboration;
  const lines = [
    event.place && t("place", { place: event.place }),
    event.status !== "proposed" && t(`status.${event.status}`),
    documents > 1 && t("corroboration", { documents: count("documents", documents), independent }),
    ...because,
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <p class="detail" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}

function Actors({ event }: { event: Event }) {
  const { events } = useWorkspace();
  const { add } = useFilterEdits();
  const names = new Map(events.index.actors.map(([id, name]) => [id, name]));
  const parts = [...new Map(event.actors.map((a) => [a.actor, a])).values()];
  return (
    <p class="chips">
      <button type="button" class="chip" onClick={() => add("kind", event.kind)}>
        {valueName("kind", event.kind)}
      </button>
      {parts.map(({ actor }) => (
        <button
          type="button"
          class="chip"
          key={actor}
          onClick={() => add("actor", names.get(actor) ?? actor)}
        >
          {names.get(actor) ?? actor}
        </button>
      ))}
    </p>
  );
}

function Differences({ event, differences }: { event: Event; differences: Difference[] }) {
  const { dates, documents } = useWorkspace().events.index;
  const document = new Map(event.claims.map((c) => [c.id, c.document]));
  const title = (id: string | undefined) => documents.find((d) => d.id === id)?.title ?? "";
  const words = ({ aspect }: Difference, said: string) =>
    (aspect === "when" && dates.find(([edtf]) => edtf === said)?.[1]) || said;
  return (
    <section class="differ">
      <h3>{t("differ")}</h3>
      <p class="detail">{t("differ.note")}</p>
      <ul class="differences">
        {differences.map((difference) => (
          <li key={difference.aspect + difference.sides[0].said}>
            <p class="kicker">
              {t(`differ.${difference.aspect}`)} · {t(`differ.${difference.kind}`)}
            </p>
            <ul>
              {difference.sides.map(({ said, claims }) => (
                <li key={said}>
                  {words(difference, said)} –{" "}
                  {[...new Set(claims.map((id) => title(document.get(id))))].map((name, n) => (
                    <>
                      {n > 0 && ", "}
                      <cite>{name}</cite>
                    </>
                  ))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Claims({ event }: { event: Event }) {
  return (
    <div class={event.claims.length > 1 ? "versions" : ""}>
      {event.claims.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} event={event} />
      ))}
    </div>
  );
}

/** A claim in its passage; `also`: claims whose words are marked in the same passage. */
export function ClaimCard({
  claim,
  event,
  also = [],
}: {
  claim: Claim;
  event: Event;
  also?: Claim[];
}) {
  const workspace = useWorkspace();
  const { add } = useFilterEdits();
  const document = useLoaded(() => loadDocument(workspace, claim.document), [claim.document]);
  const title = workspace.events.index.documents.find((d) => d.id === claim.document)?.title;
  const said = qualifiers(document?.text ?? null, claim);
  const date = workspace.events.index.dates.find(([edtf]) => edtf === claim.when.edtf)?.[1];
  return (
    <div class="claim-card">
      <p class="kicker">
        <cite>{title}</cite>
        {sourceChain(claim)} {t("says")}
      </p>
      {event.claims.length > 1 && <p class="when">{capital(date ?? "")}</p>}
      <blockquote>
        {document ? (
          <Context document={document} claims={[claim, ...also]} />
        ) : (
          `“${fold(claim.quote)}”`
        )}
      </blockquote>
      {said && <p class="detail">{said}</p>}
      <p class="detail">{dateNote(claim)}</p>
      {claim.citations.map((url) => (
        <p class="detail link" key={url}>
          {t("link", { url: "" })}
          {isWeb(url) ? (
            <a href={url} rel="noopener noreferrer nofollow" target="_blank">
              {url}
            </a>
          ) : (
            url
          )}
        </p>
      ))}
      <p class="actions">
        <button
          type="button"
          class="plain"
          onClick={() => workspace.store.set({ document: claim.document, event: event.id })}
        >
          {t("open.document")}
          {document && <Where document={document} at={claim.span[0]} />}
        </button>
        {claim.sources.map((s) => (
          <button type="button" class="plain" key={s.span[0]} onClick={() => add("source", s.name)}>
            {t("all.from", { name: s.name })}
          </button>
        ))}
        {workspace.extensions?.claim(claim, event)}
      </p>
    </div>
  );
}

export function Where({ document, at }: { document: Document; at: number }) {
  const place = document.locations.find(
    ({ span, page, line }) => span[0] <= at && at < span[1] && (page || line),
  );
  if (!place) return null;
  return (
    <>
      {[
        place.page && t("where.page", { page: place.page }),
        place.line && t("where.line", { line: place.line }),
      ]
        .filter(Boolean)
        .map((words) => `, ${words}`)}
    </>
  );
}

const AROUND = 220; // code points

function Context({ document, claims }: { document: Document; claims: Claim[] }) {
  const whole: Span = [
    Math.min(...claims.map((c) => c.span[0])),
    Math.max(...claims.map((c) => c.span[1])),
  ];
  const { window, before, after } = around(document.text, whole, AROUND);
  return (
    <>
      {before && <span class="cut">… </span>}
      <Marked text={document.text} window={window} marks={claims.flatMap(marksOf)} />
      {after && <span class="cut"> …</span>}
    </>
  );
}

function Links({ id, links }: { id: string; links: Link[] }) {
  const { events, store } = useWorkspace();
  return (
    <section class="links">
      <h3>{t("links")}</h3>
      <ul>
        {links.map((link, n) => {
          const other = link.from === id ? link.to : link.from;
          const relation =
            link.from === id ? t(`relation.${link.relation}`) : t(`inverse.${link.relation}`);
          return (
            <li key={n}>
              {distance(link)}
              {relation}{" "}
              <a
                href={`#event=${other}`}
                onClick={(e) => {
                  e.preventDefault();
                  store.set({ event: other });
                }}
              >
                {events.summary(events.place(other))}
              </a>
              <span class="detail"> · {t(`link.${link.basis}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function distance({ min, max, unit }: Link): string {
  if (!unit || (min === null && max === null)) return "";
  const span = count(`unit.${unit}`, max ?? min!);
  if (max === null) return t("distance.least", { span });
  return min === max
    ? `${span} `
    : min === null || min === 0
      ? t("distance.most", { span })
      : t("distance.between", { min, span });
}

export function FindingNote({ finding }: { finding: Finding }) {
  return (
    <aside class="finding-note" aria-label={t(`severity.${finding.severity}`)}>
      <p class="kicker">
        {t(`severity.${finding.severity}`)} · {checkName(finding.code)}
      </p>
      <p class="message">{finding.message}</p>
      {finding.because.length > 0 && (
        <ul class="because">
          {finding.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {finding.proposed && <p class="detail">{finding.proposed}</p>}
    </aside>
  );
}
