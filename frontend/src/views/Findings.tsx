// The findings, with the words they rest on.

import type { Claim, Finding } from "../data/model";
import { slice } from "../data/codepoints";
import { capital, checkName, fold, t } from "../messages";
import { loadDocument, loadEvent, useWorkspace, useLoaded } from "./context";

const SEVERITIES = ["error", "warning", "note"]; // the most serious first

export function Findings() {
  const { events } = useWorkspace();
  const findings = [...events.index.findings].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  return (
    <div class="list side" tabIndex={-1}>
      {findings.length === 0 && <p class="note">{t("findings.none")}</p>}
      <ul>
        {findings.map((finding, n) => (
          <li key={n} class="finding">
            <One finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One finding, with the words it rests on. */
export function One({ finding }: { finding: Finding }) {
  return (
    <>
      <p class="kicker">
        {t(`severity.${finding.severity}`)} · {checkName(finding.code)}
      </p>
      <h2>{finding.message}</h2>
      {finding.because.length > 0 && (
        <ul class="because">
          {finding.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <ul class="grounds">
        {finding.events.map((id) => (
          <Words key={id} id={id} claims={finding.claims} />
        ))}
        {finding.events.length === 0 && finding.document && <OwnWords finding={finding} />}
      </ul>
      {finding.proposed && <p class="detail">{finding.proposed}</p>}
    </>
  );
}

function Words({ id, claims }: { id: string; claims: string[] }) {
  const workspace = useWorkspace();
  const event = useLoaded(() => loadEvent(workspace, id), [id]);
  if (!event) return null;
  const quoted = onceEach(event.claims.filter((c) => claims.includes(c.id)));
  const titles = new Map(workspace.events.index.documents.map((d) => [d.id, d.title]));
  const dates = new Map(workspace.events.index.dates.map(([edtf, words]) => [edtf, words]));
  return (
    <>
      {(quoted.length ? quoted : event.claims.slice(0, 1)).map((claim) => (
        <li key={claim.id}>
          <q>{fold(claim.quote)}</q>{" "}
          <a
            href={`#event=${id}`}
            onClick={(e) => {
              e.preventDefault();
              workspace.store.set({ event: id });
            }}
          >
            <cite>{titles.get(claim.document)}</cite>,{" "}
            {capital(dates.get(claim.when.edtf) ?? t("undated"))}
          </a>
        </li>
      ))}
    </>
  );
}

/** The claims without those that repeat the same words with the same date. */
function onceEach(claims: Claim[]): Claim[] {
  return [...new Map(claims.map((c) => [`${c.document} ${c.when.edtf} ${c.quote}`, c])).values()];
}

/** The words of a finding about a document rather than an event. */
function OwnWords({ finding }: { finding: Finding }) {
  const workspace = useWorkspace();
  const document = useLoaded(() => loadDocument(workspace, finding.document!), [finding.document]);
  if (!document || !finding.span) return null;
  return (
    <li>
      <q>{fold(slice(document.text, ...finding.span))}</q>{" "}
      <a
        href={`#document=${document.id}`}
        onClick={(e) => {
          e.preventDefault();
          workspace.store.set({ document: document.id });
        }}
      >
        <cite>{document.title || document.path}</cite>
      </a>
    </li>
  );
}
