// One list of events for the coincidence test: chosen by kind and actor, or by a filter expression,
// with a count and a link.

import { useEffect, useId, useMemo, useState } from "preact/hooks";
import type { Events } from "../data/events";
import { FilterError, parse, select, write, type Term } from "../data/filter";
import { useWorkspace } from "../views/context";
import { count, number, t, valueName } from "../messages";
import { FilterLink } from "./answers";
import { useWorkbench } from "./context";

const OFFERED = 300; // names offered: browsers draw no more at once without a pause
const PAUSE = 400; // milliseconds after the last key before the server is asked

/**
 * The events that match an expression: indices, or a count, or an error message; null if unknown.
 */
export type Selection = Int32Array | number | string | null;

/**
 * The events that match an expression. The browser doesn't hold all quotes, so the server searches
 * those.
 */
export function useSelection(words: string): Selection {
  const workbench = useWorkbench("workspace");
  const { events } = useWorkspace();
  const here = useMemo(() => selectedLocally(events, words), [events, words]);
  const [counted, setCounted] = useState<{ words: string; all: number } | null>(null);
  useEffect(() => {
    if (here !== null || !words.trim()) return;
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ filter: words, limit: "1" });
      workbench.api.get<{ all: number }>(`/api/events?${query}`).then(
        ({ all }) => setCounted({ words, all }),
        () => {},
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [here, words]);
  return here ?? (counted?.words === words ? counted.all : null);
}

function selectedLocally(events: Events, words: string): Int32Array | string | null {
  try {
    const terms = parse(words);
    if (!terms.length || terms.some(({ field }) => field === "text")) return null;
    const chosen = select(events, terms);
    return chosen.subarray(0, events.countedIn(chosen)); // rejected events are left out
  } catch (error) {
    if (error instanceof FilterError) return error.message;
    throw error;
  }
}

export function EventSetField({
  field,
  words,
  chosen,
  change,
}: {
  field: "of" | "after";
  words: string;
  chosen: Selection;
  change: (words: string) => void;
}) {
  const { events } = useWorkspace();
  const id = useId();
  const names = useMemo(
    () =>
      commonest(
        events.index.actors.map(([, name]) => name),
        events.index.events.actors.flat(),
      ),
    [events],
  );
  const kinds = useMemo(() => commonest(events.index.kinds, events.index.events.kind), [events]);
  const kind = only(words, "kind");
  return (
    <fieldset class="row-of-events">
      <legend>{t(`ask.${field}`)}</legend>
      <div class="pair">
        <label class="labelled">
          {t("ask.kind")}
          <select
            value={kinds.some(([name]) => name === kind) ? kind : ""}
            onChange={(e) => change(withTerm(words, "kind", e.currentTarget.value))}
          >
            <option value="">{t("ask.kind.any")}</option>
            {[...kinds]
              .sort(([a], [b]) => a.localeCompare(b))
              .map(([name, n]) => (
                <option key={name} value={name}>
                  {valueName("kind", name)} ({number(n)})
                </option>
              ))}
          </select>
        </label>
        <ActorField
          key={only(words, "actor")}
          list={id}
          value={only(words, "actor")}
          change={(name) => change(withTerm(words, "actor", name))}
        />
      </div>
      <datalist id={id}>
        {names.slice(0, OFFERED).map(([name]) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label class="labelled">
        {t("ask.words")}{" "}
        <input
          class="words"
          value={words}
          required
          spellcheck={false}
          placeholder={t(`ask.${field}.hint`)}
          onInput={(e) => change(e.currentTarget.value)}
        />
      </label>
      <p class={typeof chosen === "string" ? "detail problem" : "detail"} role="status">
        {typeof chosen === "string"
          ? chosen
          : chosen !== null && (
              <>
                {count("events", sizeOf(chosen))} ·{" "}
                <FilterLink filter={words.trim()}>{t("ask.see")}</FilterLink>
              </>
            )}
      </p>
    </fieldset>
  );
}

/** A name, applied when the field is left or a name is picked: half a name would match others. */
function ActorField({
  list,
  value,
  change,
}: {
  list: string;
  value: string;
  change: (name: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const take = () => typed.trim() !== value && change(typed.trim());
  const type = (name: string, chosen: boolean) => {
    setTyped(name);
    if (chosen) change(name.trim());
  };
  return (
    <label class="labelled">
      {t("ask.who")}
      {/* A name that was chosen from the list comes at once and not as typing does. */}
      <input
        list={list}
        value={typed}
        placeholder={t("ask.who.hint")}
        spellcheck={false}
        onInput={(e) =>
          type(
            e.currentTarget.value,
            !("inputType" in e) || (e as InputEvent).inputType === "insertReplacementText",
          )
        }
        onChange={take}
        onBlur={take}
        onKeyDown={(e) => e.key === "Enter" && take()}
      />
    </label>
  );
}

export function sizeOf(chosen: Int32Array | number): number {
  return typeof chosen === "number" ? chosen : chosen.length;
}

/** Values by how often they are used, most frequent first; unused ones are left out. */
function commonest(values: string[], places: number[]): [string, number][] {
  const counts = new Uint32Array(values.length);
  for (const place of places) counts[place]++;
  return values
    .map((value, n): [string, number] => [value, counts[n]])
    .filter(([, n]) => n > 0)
    .sort((a, b) => b[1] - a[1]);
}

function termsOf(words: string): Term[] {
  try {
    return parse(words);
  } catch {
    return [];
  }
}

/** The single value of a field in the expression; empty if it has none or several. */
function only(words: string, field: string): string {
  const given = termsOf(words).filter((term) => term.field === field && term.included);
  return given.length === 1 && given[0].values.length === 1 ? given[0].values[0] : "";
}

/** The expression with a field's value replaced; an empty value removes the field. */
function withTerm(words: string, field: string, value: string): string {
  const others = termsOf(words).filter((term) => term.field !== field || !term.included);
  const given = value ? [{ field, values: [value.replace(/["“”]/g, "")], included: true }] : [];
  return (field === "kind" ? [...given, ...others] : [...others, ...given]).map(write).join(" ");
}
