// What is said of a claim, in words.

import { slice } from "../data/codepoints";
import type { Claim } from "../data/model";
import { capital, fold, t } from "../messages";

/** How surely it is said. */
export function how(text: string | null, claim: Claim): string {
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

/** The words that date it, and how they were read. */
export function dating(claim: Claim): string {
  const { text, basis } = claim.when;
  if (basis === "corrected")
    return capital(text ? t("date.corrected", { words: `“${fold(text)}”` }) : t("date.given"));
  const words = text ? t("when.words", { text: fold(text) }) : "";
  const read = basis === "relative" || basis === "inherited" ? t(`basis.${basis}`) : "";
  return capital([words, read].filter(Boolean).join(", "));
}

export function chain(claim: Claim): string {
  const sources = claim.sources
    .map((s, n) => `, ${t(n ? "who cites" : "citing", { name: s.name })}`)
    .join("");
  return sources && `${sources},`;
}

/** Only an address of the web is a link. */
export function isWeb(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);
}
