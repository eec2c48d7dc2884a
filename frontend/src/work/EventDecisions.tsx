// Decisions about an event and each of its claims, made and to be made.

import { useState } from "preact/hooks";
import type { Claim, Event } from "../data/model";
import { useLoaded } from "../views/context";
import { useStore } from "../state";
import { t } from "../messages";
import { DecisionForm, type Option } from "./DecisionForm";
import type { Line } from "./api";
import { claimsOf, useWorkbench } from "./context";
import { LogLine } from "./LogLine";

export function EventDecisions({ event }: { event: Event }) {
  const workbench = useWorkbench("session");
  const { section } = useStore(workbench.store, ["section"]);
  return (
    <section class="decide" aria-label={t("decide")}>
      {workbench.canDecide && (
        <DecisionForm
          about={`event ${event.claims[0].id}`}
          options={[
            ...eventOptions(event),
            ...(section === "chronology"
              ? [
                  {
                    says: t("act.merge.with"),
                    decision: { act: "merge" },
                    does: () => workbench.merge(event),
                  },
                ]
              : []),
          ]}
        />
      )}
      <EventLog event={event} />
    </section>
  );
}

/** The decisions open for an event as a whole. */
export function eventOptions(event: Event): Option[] {
  const claims = [claimsOf(event)];
  return [
    { says: t("act.accept"), decision: { act: "accept", claims } },
    {
      says: t("act.date"),
      decision: {
        act: "date",
        claims,
        value: event.when.edtf === "unknown" ? "" : event.when.edtf,
      },
      ask: "date",
    },
    { says: t("act.reject"), decision: { act: "reject", claims } },
    { says: t("act.dispute"), decision: { act: "dispute", claims } },
    { says: t("act.comment"), decision: { act: "comment", claims }, ask: "why" },
  ];
}

/** Decisions about one claim among several: its own date, splitting it off, rejecting it. */
export function ClaimDecisions({ claim, event }: { claim: Claim; event: Event }) {
  const workbench = useWorkbench("session");
  const [open, setOpen] = useState(false);
  if (!workbench.canDecide || event.claims.length < 2) return null;
  const claims = [[claim.id]];
  const options: Option[] = [
    {
      says: t("act.date"),
      decision: {
        act: "date",
        claims,
        value: claim.when.edtf === "unknown" ? "" : claim.when.edtf,
      },
      ask: "date",
    },
    { says: t("act.split.claim"), decision: { act: "split", claims } },
    { says: t("act.reject.one"), decision: { act: "reject", claims } },
  ];
  return (
    <>
      <button type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("claim.acts")}
      </button>
      {open && (
        <DecisionForm about={`claim ${claim.id}`} options={options} sent={() => setOpen(false)} />
      )}
    </>
  );
}

function EventLog({ event }: { event: Event }) {
  const workbench = useWorkbench("log");
  const about = event.claims.map((c) => `${c.document}:${c.predicate[0]}-${c.predicate[1]}`);
  const places = about.slice(0, 100).map((place) => ["about", place]);
  const read = () =>
    workbench.api
      .get<{ decisions: Line[] }>(`/api/log?${new URLSearchParams([...places, ["limit", "50"]])}`)
      .catch(() => null);
  const log = useLoaded(read, [about.join(), workbench.state?.decisions]);
  if (!log?.decisions.length) return null;
  return (
    <details class="log" open>
      <summary>
        {t("event.log")} <span class="n">{log.decisions.length}</span>
      </summary>
      <ul>
        {log.decisions.map((line) => (
          <LogLine key={line.id} line={line} />
        ))}
      </ul>
    </details>
  );
}
