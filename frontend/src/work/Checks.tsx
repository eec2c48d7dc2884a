// Findings by check: what the check looks for, and each finding with its words.

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Finding } from "../data/model";
import { useWorkspace } from "../views/context";
import { One } from "../views/Findings";
import { capital, checkName, count, number, t } from "../messages";
import { useWorkbench } from "./context";
import { read, unquoted } from "./reasons";

interface Check {
  code: string;
  finds: string;
  matters: string;
  limits: string;
}

const SEVERITIES = ["error", "warning", "note"]; // the most serious first
const FEW = 10; // findings of a check shown at first

export function Checks() {
  const workbench = useWorkbench();
  const { events } = useWorkspace();
  const [checks, setChecks] = useState<Check[]>([]);
  useEffect(() => {
    workbench.api
      .get<Check[]>("/api/checks")
      .then(setChecks, (error) => workbench.showError(error));
  }, []);
  const groups = useMemo(() => grouped(events.index.findings), [events]);
  if (!groups.length) return <p class="note">{t("findings.none")}</p>;
  return (
    <>
      <p>
        <button type="button" class="plain" onClick={() => workbench.go("review")}>
          {t("evidence.checks.decide")}
        </button>
      </p>
      {groups.map((found) => (
        <Group
          key={found[0].code}
          found={found}
          check={checks.find((c) => c.code === found[0].code)}
        />
      ))}
    </>
  );
}

function grouped(findings: Finding[]): Finding[][] {
  const by = new Map<string, Finding[]>();
  for (const finding of findings) by.set(finding.code, [...(by.get(finding.code) ?? []), finding]);
  const place = (found: Finding[]) => Math.min(...found.map((f) => SEVERITIES.indexOf(f.severity)));
  return [...by.values()].sort((a, b) => place(a) - place(b) || b.length - a.length);
}

function Group({ found, check }: { found: Finding[]; check?: Check }) {
  const [most, setMost] = useState(FEW);
  return (
    <section>
      <h3>
        {capital(checkName(found[0].code))} <span class="n">{count("findings", found.length)}</span>
      </h3>
      {check && (
        <>
          <p class="note">{check.finds}</p>
          <details>
            <summary>{t("check.why")}</summary>
            <p class="note">{check.matters}</p>
            <p class="note">{check.limits}</p>
          </details>
        </>
      )}
      <ul>
        {found.slice(0, most).map((finding, n) => (
          <li key={n} class="finding">
            <One finding={plain(finding)} />
          </li>
        ))}
      </ul>
      {found.length > most && (
        <p>
          <button type="button" class="tool" onClick={() => setMost(most + 5 * FEW)}>
            {t("more", { n: number(found.length - most) })}
          </button>
        </p>
      )}
    </section>
  );
}

/**
 * A finding whose words are shown below it: its reasons need not quote them again or give weights.
 */
function plain(finding: Finding): Finding {
  const reasons = finding.events.length ? unquoted(finding.because) : finding.because;
  return { ...finding, because: reasons.map((reason) => read(reason).says) };
}
