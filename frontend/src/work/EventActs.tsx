// What can be decided about one event and each of its claims, and what has been.

import { useState } from "preact/hooks";
import type { Claim, Event } from "../data/model";
import { useLoaded } from "../views/context";
import { useState_ } from "../state";
import { t } from "../words";
import { Acts, type Option } from "./Acts";
import type { Line } from "./api";
import { claimsOf, useBench } from "./context";
import { LogLine } from "./LogLine";

export function EventActs({ event }: { event: Event }) {
  const bench = useBench("session");
  const { room } = useState_(bench.store, ["room"]);
  return (
    <section class="decide" aria-label={t("decide")}>
      {bench.judges && <Acts about={`event ${event.claims[0].id}`} options={[...ofEvent(event), ...(room === "chronology" ? [{ says: t("act.merge.with"), decision: { act: "merge" }, does: () => bench.merge(event) }] : [])]} />}
      <EventLog event={event} />
    </section>
  );
}

/** What can be said of an event as a whole. */
export function ofEvent(event: Event): Option[] {
  const claims = [claimsOf(event)];
  return [
    { says: t("act.accept"), decision: { act: "accept", claims } },
    { says: t("act.date"), decision: { act: "date", claims, value: event.when.edtf === "unknown" ? "" : event.when.edtf }, ask: "date" },
    { says: t("act.reject"), decision: { act: "reject", claims } },
    { says: t("act.dispute"), decision: { act: "dispute", claims } },
    { says: t("act.comment"), decision: { act: "comment", claims }, ask: "why" },
  ];
}

/** Of one claim among several: its own date, or that it tells something else. */
export function ClaimActs({ claim, event }: { claim: Claim; event: Event }) {
  const bench = useBench("session");
  const [open, setOpen] = useState(false);
  if (!bench.judges || event.claims.length < 2) return null;
  const claims = [[claim.id]];
  const options: Option[] = [
    { says: t("act.date"), decision: { act: "date", claims, value: claim.when.edtf === "unknown" ? "" : claim.when.edtf }, ask: "date" },
    { says: t("act.split.claim"), decision: { act: "split", claims } },
    { says: t("act.reject.one"), decision: { act: "reject", claims } },
  ];
  return (
    <>
      <button type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>{t("claim.acts")}</button>
      {open && <Acts about={`claim ${claim.id}`} options={options} sent={() => setOpen(false)} />}
    </>
  );
}

function EventLog({ event }: { event: Event }) {
  const bench = useBench("log");
  const about = event.claims.map((c) => `${c.document}:${c.predicate[0]}-${c.predicate[1]}`);
  const read = () => bench.api.get<{ decisions: Line[] }>(`/api/log?${new URLSearchParams([...about.slice(0, 100).map((a) => ["about", a]), ["limit", "50"]])}`).catch(() => null);
  const log = useLoaded(read, [about.join(), bench.state?.decisions]);
  if (!log?.decisions.length) return null;
  return (
    <details class="log" open>
      <summary>{t("event.log")} <span class="n">{log.decisions.length}</span></summary>
      <ul>{log.decisions.map((line) => <LogLine key={line.id} line={line} />)}</ul>
    </details>
  );
}
