// Who was in contact with whom, how often, and from when to when; each pair links to its events.

import { parse, write } from "../data/filter";
import { capital, number, t } from "../messages";
import { More, FilterLink, useAnswer, Pending } from "./answers";
import { useWorkbench } from "./context";

interface ContactPair {
  first: string;
  second: string;
  contacts: number;
  there: number;
  back: number;
  undated: number;
  from: string;
  to: string;
  denied: number;
}

interface Found {
  all: number;
  kinds: string[];
  pairs: ContactPair[];
}

export function ContactPairs({ filter }: { filter: string }) {
  const workbench = useWorkbench();
  const found = useAnswer<Found>(
    () =>
      workbench.api.get(
        `/api/contacts/pairs${filter ? `?${new URLSearchParams({ filter })}` : ""}`,
      ),
    filter,
  );
  if (found === null || typeof found === "string") return <Pending message={found} />;
  if (!found.pairs.length) return <p class="note">{t("pairs.none")}</p>;
  return (
    <>
      <p class="detail">{t("evidence.contacts.kinds", { kinds: found.kinds.join(", ") })}</p>
      <table class="met">
        <thead>
          <tr>
            {["who", "times", "first", "last"].map((name) => (
              <th scope="col" key={name}>
                {t(`pairs.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.pairs.map((pair) => (
            <tr key={`${pair.first} ${pair.second}`}>
              <th scope="row">
                <FilterLink filter={filterForPair(filter, pair, found.kinds)}>
                  {pair.first} – {pair.second}
                </FilterLink>
                {notes(pair) && <span class="detail">{notes(pair)}</span>}
              </th>
              <td data-is={t("pairs.times")}>{number(pair.contacts)}</td>
              <td data-is={t("pairs.first")}>{capital(pair.from)}</td>
              <td data-is={t("pairs.last")}>{pair.to !== pair.from && capital(pair.to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More n={found.all - found.pairs.length} />
    </>
  );
}

function notes({ first, second, there, back, undated, denied }: ContactPair): string {
  return [
    there && t("pairs.there", { one: first, other: second, n: number(there) }),
    back && t("pairs.there", { one: second, other: first, n: number(back) }),
    undated && t("pairs.undated", { n: number(undated) }),
    denied && t("pairs.denied", { n: number(denied) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * The filter with both actors added and, unless it names kinds, the kinds that count as contact.
 */
function filterForPair(filter: string, { first, second }: ContactPair, kinds: string[]): string {
  const terms = filter ? parse(filter) : [];
  const actors = [first, second].map((name) => ({
    field: "actor",
    values: [name.replace(/["“”]/g, "")],
    included: true,
  }));
  const shown = terms.some(({ field }) => field === "kind")
    ? []
    : [{ field: "kind", values: kinds, included: true }];
  return [...new Set([...terms, ...actors, ...shown].map(write))].join(" ");
}
