// The list of matching events beside the picture. Short lists are rendered in full, long ones only
// where they are visible.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Events } from "../data/events";
import { DENIED, HEDGED, PLANNED, POSSIBLE, PROBABLE, VERSIONS } from "../data/model";
import type { ScrollSync } from "../scrollSync";
import { useStore } from "../state";
import { capital, count, number, t } from "../messages";
import { useWorkspace } from "./context";

const WHOLE = 400; // events that a browser lays out at once without a noticeable pause
// Height of a row in a list that is rendered in part, as in layout.css.
const ROW = matchMedia("(max-width: 899px)").matches ? 124 : 106;
const SPARE = 6; // rows beyond the edges

export function List({ chosen, step }: { chosen: Int32Array; step: ScrollSync }) {
  const { events, store } = useWorkspace();
  const { event } = useStore(store, ["event"]);
  const box = useRef<HTMLDivElement>(null);
  const whole = chosen.length <= WHOLE;
  const [run, setRun] = useState<[number, number]>([0, 30]);
  const quiet = useRef(0); // scrolling that the picture asked for is not answered

  const measure = (byUser = false) => {
    const element = box.current;
    if (!element) return;
    const [first, last] = whole
      ? inSight(element)
      : [
          Math.floor(element.scrollTop / ROW),
          Math.ceil((element.scrollTop + element.clientHeight) / ROW) - 1,
        ];
    if (!whole) setRun([Math.max(0, first - SPARE), Math.min(chosen.length, last + SPARE + 1)]);
    store.top =
      first > 0 && chosen.length ? events.id(chosen[Math.min(first, chosen.length - 1)]) : "";
    step.onListed(first, Math.min(last, chosen.length - 1), byUser);
  };
  const show = (k: number, centred = false) => {
    const element = box.current;
    if (!element || k < 0) return;
    quiet.current = performance.now() + 250;
    const [top, height] = whole ? place(element, k) : [k * ROW, ROW];
    if (
      centred &&
      top >= element.scrollTop &&
      top + height <= element.scrollTop + element.clientHeight
    )
      return;
    element.scrollTop = centred ? top - (element.clientHeight - height) / 2 : top;
    measure();
  };

  useEffect(() => {
    step.onViewed = (view) => show(firstIn(events, chosen, view));
    const element = box.current!;
    const watched = new ResizeObserver(() => measure());
    watched.observe(element);
    return () => {
      watched.disconnect();
      step.onViewed = () => {};
    };
  }, [chosen]);
  const shown = useRef(events);
  useLayoutEffect(() => {
    quiet.current = performance.now() + 250;
    // A new selection starts at the top, a revisited one where it was left; the same selection of a
    // new build stays in place.
    const k = shown.current === events && store.top ? chosen.indexOf(events.place(store.top)) : -1;
    if (k > 0) show(k);
    else {
      if (shown.current === events) box.current!.scrollTop = 0;
      measure();
    }
    shown.current = events;
  }, [chosen]);
  useEffect(() => {
    if (event) show(chosen.indexOf(events.place(event)), true);
  }, [event, chosen]);

  const [from, to] = whole
    ? [0, chosen.length]
    : [Math.min(run[0], chosen.length), Math.min(run[1], chosen.length)];
  const rows = Array.from(chosen.subarray(from, to), (i, n) => (
    <Row
      key={events.id(i)}
      i={i}
      place={from + n}
      all={chosen.length}
      now={events.id(i) === event}
      previous={chosen[from + n - 1] ?? -1}
      headed={whole}
    />
  ));
  const keys = (e: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[e.key];
    const at = by && (e.target as HTMLElement).closest<HTMLElement>("[data-place]");
    if (!at) return;
    e.preventDefault();
    walk(
      box.current!,
      Math.max(0, Math.min(chosen.length - 1, Number(at.dataset.place) + by)),
      show,
    );
  };
  return (
    <>
      <Skips chosen={chosen} to={(k) => walk(box.current!, k, (at) => show(at))} />
      <div
        class={`list${whole ? "" : " part"}`}
        ref={box}
        onScroll={() => measure(performance.now() > quiet.current)}
        onKeyDown={keys}
        tabIndex={-1}
      >
        {chosen.length === 0 && (
          <p class="note">
            {t("list.none")}{" "}
            {store.state.filter && (
              <button type="button" class="plain" onClick={() => store.set({ filter: "" })}>
                {t("list.clear")}
              </button>
            )}
          </p>
        )}
        <div
          role="feed"
          aria-label={t("list.label")}
          aria-busy="false"
          style={whole ? {} : { height: `${chosen.length * ROW}px`, position: "relative" }}
        >
          {whole ? (
            rows
          ) : (
            <div style={{ position: "absolute", insetInline: "0", top: `${from * ROW}px` }}>
              {rows}
            </div>
          )}
        </div>
      </div>
    </>
  );
}

const PARTS = ["dated", "undated", "rejected"] as const; // of the list, in this order

function partOf(events: Events, i: number): (typeof PARTS)[number] {
  return events.isRejected(i) ? "rejected" : events.isDated(i) ? "dated" : "undated";
}

/** How many events follow the dated ones, and links to them. */
function Skips({ chosen, to }: { chosen: Int32Array; to: (k: number) => void }) {
  const { events } = useWorkspace();
  const counted = events.countedIn(chosen);
  const dated = useMemo(() => chosen.findIndex((i) => partOf(events, i) !== "dated"), [chosen]);
  const parts = [
    { name: "undated", at: dated, n: counted - dated },
    { name: "rejected", at: counted, n: chosen.length - counted },
  ].filter(({ at, n }) => at > 0 && n > 0);
  if (!parts.length) return null;
  return (
    <p class="jump-links">
      {parts.map(({ name, at, n }) => (
        <button type="button" key={name} class="plain jump" onClick={() => to(at)}>
          {t(`skip.${name}`, { n: number(n) })} <span aria-hidden="true">↓</span>
        </button>
      ))}
    </p>
  );
}

interface RowProps {
  i: number;
  place: number;
  all: number;
  now: boolean;
  previous: number;
  headed: boolean;
}

function Row({ i, place, all, now, previous, headed }: RowProps) {
  const { events, store } = useWorkspace();
  const id = events.id(i);
  const part = partOf(events, i);
  const first = previous < 0 || partOf(events, previous) !== part;
  const same = !first && events.date(previous) === events.date(i);
  const heading = headed && first ? t(part) : "";
  const notes = [notesOf(events, i), events.correction(i), events.implied(i)]
    .filter(Boolean)
    .join(" · ");
  const summary = events.summary(i);
  return (
    <article
      class={`row${now ? " now" : ""}${part === "rejected" ? " rejected" : ""}`}
      data-place={place}
      aria-posinset={place + 1}
      aria-setsize={all}
      aria-labelledby={`row-${id}`}
    >
      {heading && <p class="heading">{heading}</p>}
      <p class={`when${same && headed ? " same" : ""}${events.isDated(i) ? "" : " unknown"}`}>
        {capital(events.date(i))}
      </p>
      <div class="row-body">
        <p class="kicker">{events.reportedBy(i)}</p>
        <p class="summary">
          <a
            id={`row-${id}`}
            href={`#event=${encodeURIComponent(id)}`}
            aria-current={now || undefined}
            onClick={(e) => {
              e.preventDefault();
              store.set({ event: id });
            }}
          >
            {part === "rejected" ? <s>{summary}</s> : summary}
          </a>
        </p>
        {notes && <p class="detail">{notes}</p>}
      </div>
    </article>
  );
}

function notesOf(events: Events, i: number): string {
  const flags = events.flags[i];
  const findings = events.findings(i).length;
  const minor = events.minor(i).length;
  const counted = [
    events.statusNote(i),
    flags & VERSIONS && t("note.versions"),
    flags & DENIED && t("note.denied"),
    flags & (HEDGED | POSSIBLE | PROBABLE) && t("note.hedged"),
    flags & PLANNED && t("note.planned"),
    findings && count("findings", findings),
    minor && count("minor", minor),
  ];
  return counted.filter(Boolean).join(" · ");
}

/** The first matching event within a period. */
function firstIn(events: Events, chosen: Int32Array, [from, to]: [number, number]): number {
  let k = 0;
  for (; k < chosen.length && partOf(events, chosen[k]) === "dated"; k++) {
    const at = events.anchor(chosen[k]);
    if (at >= from) return at <= to ? k : Math.max(0, k - 1);
  }
  return k - 1;
}

function rowsOf(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>("[data-place]")];
}

function place(box: HTMLElement, k: number): [number, number] {
  const row = box.querySelector<HTMLElement>(`[data-place="${k}"]`);
  return row ? [row.offsetTop, row.offsetHeight] : [0, 0];
}

function inSight(box: HTMLElement): [number, number] {
  const rows = rowsOf(box);
  const [top, bottom] = [box.scrollTop, box.scrollTop + box.clientHeight];
  const first = rows.findIndex((row) => row.offsetTop + row.offsetHeight > top + 8);
  const after = rows.findIndex((row) => row.offsetTop >= bottom - 8);
  return [Math.max(0, first), (after < 0 ? rows.length : after) - 1];
}

/** Moves the focus to a row, which may have to be rendered first. */
function walk(box: HTMLElement, k: number, show: (k: number, centred: boolean) => void): void {
  show(k, true);
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      box.querySelector<HTMLElement>(`[data-place="${k}"] a`)?.focus({ preventScroll: true }),
    ),
  );
}
