// The filter: as an expression, as typed words, and by clicking.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { STATUSES, statusOf, write } from "../data/filter";
import { useStore } from "../state";
import { count, number, t, valueName } from "../messages";
import { useWorkspace } from "./context";
import { useFilterEdits } from "./filterEdits";

const PAUSE = 90; // milliseconds between the last letter and the search
const MOST = 24; // values of a field that are offered

export function Search({
  chosen,
  problem,
  begin,
}: {
  chosen: Int32Array;
  problem: string;
  begin: () => void;
}) {
  const { events, store } = useWorkspace();
  const { filter } = useStore(store, ["filter"]);
  const [typed, setTyped] = useState(filter);
  const [open, setOpen] = useState(false);
  const timer = useRef(0);
  useEffect(() => setTyped(filter), [filter]);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => store.set({ filter: text.trim() }), PAUSE);
  };
  return (
    <div class="search">
      <div class="search-line">
        <input
          type="search"
          value={typed}
          onFocus={begin}
          onInput={(e) => type(e.currentTarget.value)}
          aria-label={t("search.label")}
          placeholder={t("search.hint")}
          aria-describedby="search-result"
          spellcheck={false}
        />
        <button type="button" class="tool" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("filter.by")}
        </button>
      </div>
      <p id="search-result" role="status" class={problem ? "detail problem" : "detail"}>
        {problem ||
          (filter
            ? t("search.found", {
                n: number(events.countedIn(chosen)),
                all: count("events", events.counted),
              })
            : count("events", events.counted))}
      </p>
      <Terms />
      {open && <Fields chosen={chosen} close={() => setOpen(false)} />}
    </div>
  );
}

function Terms() {
  const { store } = useWorkspace();
  const { terms } = useFilterEdits();
  useStore(store, ["filter"]);
  const current = terms();
  if (!current.length) return null;
  return (
    <ul class="chips" aria-label={t("filter.terms")}>
      {current.map((term, n) => (
        <li key={write(term)}>
          <button
            type="button"
            class="chip on"
            onClick={() =>
              store.set({
                filter: current
                  .filter((_, k) => k !== n)
                  .map(write)
                  .join(" "),
              })
            }
            aria-label={t("filter.remove", { term: write(term) })}
          >
            {write(term)} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Fields({ chosen, close }: { chosen: Int32Array; close: () => void }) {
  const { events } = useWorkspace();
  const { add } = useFilterEdits();
  const fields = useMemo(() => fieldCounts(events, chosen), [chosen]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("button")?.focus(), []);
  return (
    <div class="fields" ref={box} onKeyDown={(e) => e.key === "Escape" && close()}>
      {fields.map(
        ([field, values]) =>
          values.length > 0 && (
            <section key={field}>
              <h2>{t(`field.${field}`)}</h2>
              <ul class="chips">
                {values.map(([value, n]) => (
                  <li key={value}>
                    <button type="button" class="chip" onClick={() => add(field, value)}>
                      {valueName(field, value)} <span class="n">{number(n)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      <p class="note">{t("filter.language")}</p>
      <button type="button" class="tool" onClick={close}>
        {t("close")}
      </button>
    </div>
  );
}

/**
 * How many matching events have each value of each field, most frequent first. Rejected events
 * count for their status only.
 */
function fieldCounts(
  events: ReturnType<typeof useWorkspace>["events"],
  chosen: Int32Array,
): [string, [string, number][]][] {
  const { index } = events;
  const counted = chosen.subarray(0, events.countedIn(chosen));
  const tally = (
    names: string[],
    of: (i: number) => number[],
    among = counted,
  ): [string, number][] => {
    const counts = new Uint32Array(names.length);
    for (const i of among) for (const k of of(i)) counts[k]++;
    return [...counts]
      .map((n, k): [string, number] => [names[k], n])
      .filter(([, n]) => n)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST);
  };
  const decided = tally(STATUSES, (i) => [statusOf(events, i)], chosen);
  const certain = ["certain", "probable", "possible"];
  const groups = Object.keys(index.groups);
  const groupsOf = new Map(
    index.actors.map(([id], a) => [
      a,
      groups.flatMap((g, k) => (index.groups[g].includes(id) ? [k] : [])),
    ]),
  );
  return [
    ["kind", tally(index.kinds, (i) => [index.events.kind[i]])],
    [
      "actor",
      tally(
        index.actors.map((a) => a[1]),
        (i) => index.events.actors[i],
      ),
    ],
    [
      "group",
      tally(groups, (i) => [...new Set(index.events.actors[i].flatMap((a) => groupsOf.get(a)!))]),
    ],
    ["source", tally(index.sources, (i) => index.events.sources[i])],
    ["certainty", tally(certain, (i) => [0, 1, 2].filter((k) => events.flags[i] & (8 << k)))],
    ["dated", tally(["yes", "no"], (i) => [events.isDated(i) ? 0 : 1])],
    ["status", decided.length > 1 || decided[0]?.[0] !== "proposed" ? decided : []],
  ];
}
