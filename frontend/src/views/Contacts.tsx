// Who was in contact with whom in the period that the timeline shows, as a picture and as a list.

import { useMemo, useState } from "preact/hooks";
import { useStore } from "../state";
import { count, t } from "../messages";
import { useWorkspace } from "./context";
import { useFilterEdits } from "./filterEdits";
import { labelsOf, layOut, pairsOf, radius, type Pair } from "./network";

// In units of the picture; a phone gets fewer, so that labels keep their size.
const [WIDTH, HEIGHT] = matchMedia("(max-width: 899px)").matches ? [360, 210] : [640, 300];
const MOST = 60; // pairs that can still be told apart

export function Contacts({ chosen }: { chosen: Int32Array }) {
  const { events, store } = useWorkspace();
  const { view } = useStore(store, ["view"]);
  const [every, setEvery] = useState(false);
  const [whole, setWhole] = useState(false);
  const { add } = useFilterEdits();
  const kinds = useMemo(
    () =>
      new Set(
        events.index.kinds.flatMap((kind, k) => (events.index.contacts.includes(kind) ? [k] : [])),
      ),
    [events],
  );
  const found = useMemo(
    () => pairsOf(events, chosen, whole ? null : view, every ? null : kinds),
    [chosen, view, every, whole],
  );
  const pairs = found.slice(0, MOST);
  const choose = ({ a, b }: Pair) => {
    add("actor", events.index.actors[a][1]);
    add("actor", events.index.actors[b][1]);
  };
  return (
    <div class="contacts">
      <div class="tools">
        <label class="field">
          <input type="checkbox" checked={every} onChange={() => setEvery(!every)} />{" "}
          {t("contacts.every")}
        </label>
        <label class="field">
          <input type="checkbox" checked={whole} onChange={() => setWhole(!whole)} />{" "}
          {t("contacts.whole")}
        </label>
      </div>
      <p class="note">{t("contacts.note")}</p>
      {pairs.length === 0 ? <p class="note">{t("contacts.none")}</p> : <Net pairs={pairs} />}
      <ul class="pairs">
        {pairs.map((pair) => (
          <li key={`${pair.a} ${pair.b}`}>
            <button type="button" class="plain" onClick={() => choose(pair)}>
              {events.index.actors[pair.a][1]} – {events.index.actors[pair.b][1]}
            </button>{" "}
            <span class="detail">{count("events", pair.events.length)}</span>
          </li>
        ))}
      </ul>
      {found.length > MOST && (
        <p class="note">{t("contacts.more", { n: MOST, all: found.length })}</p>
      )}
    </div>
  );
}

function Net({ pairs }: { pairs: Pair[] }) {
  const { events } = useWorkspace();
  const nodes = useMemo(() => layOut(pairs, WIDTH, HEIGHT), [pairs]);
  const labels = useMemo(
    () => labelsOf(nodes, (actor) => events.index.actors[actor][1], WIDTH, HEIGHT),
    [nodes],
  );
  const place = new Map(nodes.map((node) => [node.actor, node]));
  return (
    <svg
      class="network"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t("contacts.label")}
    >
      {pairs.map(({ a, b, events: shared }) => {
        const [p, q] = [place.get(a)!, place.get(b)!];
        return (
          <line
            key={`${a} ${b}`}
            x1={p.x}
            y1={p.y}
            x2={q.x}
            y2={q.y}
            stroke-width={Math.min(8, 1 + Math.log2(shared.length))}
          />
        );
      })}
      {nodes.map((node) => (
        <circle key={node.actor} cx={node.x} cy={node.y} r={radius(node)}>
          <title>{events.index.actors[node.actor][1]}</title>
        </circle>
      ))}
      {labels.map(({ actor, text, x, y }) => (
        <text key={actor} x={x} y={y} text-anchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
}
