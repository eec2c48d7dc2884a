// One actor: names and mentions.

import { useWorkspace, useLoaded } from "../views/context";
import { count, number, t } from "../messages";
import { QuoteInContext } from "./QuoteInContext";
import type { Actor, BuildData, Mention } from "./buildData";

const FEW = 3; // mentions shown at first

export function useActors(): Actor[] | null {
  const { source } = useWorkspace();
  return useLoaded(() => (source as BuildData).actors(), []);
}

/** An actor beside another; `mentions` are the most relevant ones. */
export function ActorCard({ id, mentions }: { id: string; mentions: Mention[] }) {
  const { store, events } = useWorkspace();
  const actor = useActors()?.find((a) => a.id === id);
  if (!actor) return null;
  const same = (a: Mention, b: Mention) =>
    a.document === b.document && a.span[0] === b.span[0] && a.span[1] === b.span[1];
  const first = actor.mentions.filter((m) => mentions.some((n) => same(m, n)));
  const shown = [...first, ...actor.mentions.filter((m) => !first.includes(m))].slice(0, FEW);
  const eventCount = eventsOf(
    events.index.events.actors,
    events.index.actors.findIndex(([known]) => known === id),
  );
  return (
    <section class="side" aria-label={actor.name}>
      <h3>
        <a
          href={`#section=actors&item=${id}`}
          onClick={(e) => {
            e.preventDefault();
            store.set({ section: "actors", item: id });
          }}
        >
          {actor.name}
        </a>
      </h3>
      <p class="detail">
        {[
          t(`actor.${actor.kind}`),
          count("events", eventCount),
          count("mentions", actor.mentions.length),
          ...actor.groups,
        ].join(" · ")}
      </p>
      {actor.aliases.length > 0 && (
        <p class="detail">{t("actor.names", { names: actor.aliases.join(", ") })}</p>
      )}
      {shown.map((m) => (
        <QuoteInContext key={`${m.document} ${m.span[0]}`} document={m.document} span={m.span} />
      ))}
      {actor.mentions.length > shown.length && (
        <p class="detail">
          {t("mentions.more", { n: number(actor.mentions.length - shown.length) })}
        </p>
      )}
    </section>
  );
}

export function eventsOf(actors: number[][], actor: number): number {
  let n = 0;
  for (const some of actors) if (some.includes(actor)) n++;
  return n;
}
