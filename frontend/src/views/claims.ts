// The wording for a claim: qualifiers, dating, sources.

import { slice } from "../data/codepoints";
import type { Claim } from "../data/model";
import { capital, fold, t } from "../messages";

/** The hedges, polarity and certainty of a claim. */
export function qualifiers(text: string | null, claim: Claim): string {
  const hedges = text
    ? claim.hedges.map(([from, to]) => `“${fold(slice(text, from, to))}”`).join(", ")
    : "";
  return [
    hedges && t("hedged", { words: hedges }),
    claim.polarity === "-" && t("denied.long"),
    claim.planned && t("planned"),
    claim.certainty !== "certain" && t(claim.certainty),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** The words that date a claim, and how they were read. */
export function dateNote(claim: Claim): string {
  const { text, basis } = claim.when;
  if (basis === "corrected")
    return capital(text ? t("date.corrected", { words: `“${fold(text)}”` }) : t("date.given"));
  if (!text)
    return basis === "relative" || basis === "inherited" ? capital(t(`basis.${basis}`)) : "";
  return capital(t("when.words", { basis: t(`basis.${basis}`), text: fold(text) }));
}

export function sourceChain(claim: Claim): string {
  const sources = claim.sources
    .map((s, n) => `, ${t(n ? "who cites" : "citing", { name: s.name })}`)
    .join("");
  return sources && `${sources},`;
}

/** Whether an address is a web address; only those become links. */
export function isWeb(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);
}
