// The list of chosen events beside the picture.  Up to some hundred it is whole; beyond, only what is in sight exists.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { DENIED, HEDGED, PLANNED, POSSIBLE, PROBABLE, VERSIONS } from "../data/model";
import type { Step } from "../step";
import { useState_ } from "../state";
import { capital, count, t } from "../words";
import { useDesk } from "./context";

const WHOLE = 400; // events that a browser lays out at once without a pause
const ROW = matchMedia("(max-width: 899px)").matches ? 124 : 106; // pixels of a row where the list is not whole: as desk.css has it
const SPARE = 6; // rows beyond the edges

export function List({ chosen, step }: { chosen: Int32Array; step: Step }) {
  const { events, store } = useDesk();
  const { event } = useState_(store, ["event"]);
  const box = useRef<HTMLDivElement>(null);
  const whole = chosen.length <= WHOLE;
  const [run, setRun] = useState<[number, number]>([0, 30]);
  const quiet = useRef(0); // scrolling that the picture has asked for is not answered

  const measure = (led = false) => {
    const element = box.current;
    if (!element) return;
    const [first, last] = whole ? inSight(element) : [Math.floor(element.scrollTop / ROW), Math.ceil((element.scrollTop + element.clientHeight) / ROW) - 1];
    if (!whole) setRun([Math.max(0, first - SPARE), Math.min(chosen.length, last + SPARE + 1)]);
    step.onListed(first, Math.min(last, chosen.length - 1), led);
  };
  const show = (k: number, centred = false) => {
    const element = box.current;
    if (!element || k < 0) return;
    quiet.current = performance.now() + 250;
    const [top, height] = whole ? place(element, k) : [k * ROW, ROW];
    if (centred && top >= element.scrollTop && top + height <= element.scrollTop + element.clientHeight) return;
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
    // Another choice begins at the top; the same choice of a new build stays where it stood.
    if (shown.current === events) box.current!.scrollTop = 0;
    shown.current = events;
    measure();
  }, [chosen]);
  useEffect(() => {
    if (event) show(chosen.indexOf(events.place(event)), true);
  }, [event, chosen]);

  const [from, to] = whole ? [0, chosen.length] : [Math.min(run[0], chosen.length), Math.min(run[1], chosen.length)];
  const rows = Array.from(chosen.subarray(from, to), (i, n) => <Row key={events.id(i)} i={i} place={from + n} all={chosen.length} now={events.id(i) === event} previous={chosen[from + n - 1] ?? -1} headed={whole} onSkip={() => { const k = chosen.findIndex((j) => events.isDated(j)); walk(box.current!, k, (at) => show(at)); }} skips={events.isDated(chosen[chosen.length - 1])} />);
  const keys = (e: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[e.key];
    const at = by && (e.target as HTMLElement).closest<HTMLElement>("[data-place]");
    if (!at) return;
    e.preventDefault();
    walk(box.current!, Math.max(0, Math.min(chosen.length - 1, Number(at.dataset.place) + by)), show);
  };
  return (
    <div class={`list${whole ? "" : " part"}`} ref={box} onScroll={() => measure(performance.now() > quiet.current)} onKeyDown={keys} tabIndex={-1}>
      {chosen.length === 0 && <p class="note">{t("list.none")}</p>}
      <div role="feed" aria-label={t("list.label")} aria-busy="false" style={whole ? {} : { height: `${chosen.length * ROW}px`, position: "relative" }}>
        {whole ? rows : <div style={{ position: "absolute", insetInline: "0", top: `${from * ROW}px` }}>{rows}</div>}
      </div>
    </div>
  );
}

interface RowProps {
  i: number;
  place: number;
  all: number;
  now: boolean;
  previous: number;
  headed: boolean;
  skips: boolean; // dated ones stand below
  onSkip: () => void;
}

function Row({ i, place, all, now, previous, headed, skips, onSkip }: RowProps) {
  const { events, store } = useDesk();
  const id = events.id(i);
  const first = previous < 0 || events.isDated(previous) !== events.isDated(i);
  const same = !first && events.date(previous) === events.date(i);
  const heading = headed && first ? t(events.isDated(i) ? "dated" : "undated") : "";
  const notes = notesOf(events.flags[i], events.findings(i).length);
  return (
    <article class={`row${now ? " now" : ""}`} data-place={place} aria-posinset={place + 1} aria-setsize={all} aria-labelledby={`row-${id}`}>
      {heading && <p class="heading">{heading}{skips && !events.isDated(i) && <button type="button" class="plain skip" onClick={onSkip}>{t("undated.skip")}</button>}</p>}
      <p class={`when${same && headed ? " same" : ""}${events.isDated(i) ? "" : " unknown"}`}>{capital(events.date(i))}</p>
      <div class="told">
        <p class="kicker">{events.says(i)}</p>
        <p class="summary"><a id={`row-${id}`} href={`#event=${encodeURIComponent(id)}`} aria-current={now || undefined} onClick={(e) => { e.preventDefault(); store.set({ event: id }); }}>{events.summary(i)}</a></p>
        {(notes || events.implied(i)) && <p class="how">{[notes, events.implied(i)].filter(Boolean).join(" · ")}</p>}
      </div>
    </article>
  );
}

function notesOf(flags: number, findings: number): string {
  const told = [
    flags & VERSIONS && t("note.versions"),
    flags & DENIED && t("note.denied"),
    flags & (HEDGED | POSSIBLE | PROBABLE) && t("note.hedged"),
    flags & PLANNED && t("note.planned"),
    findings && count("findings", findings),
  ];
  return told.filter(Boolean).join(" · ");
}

/** The first chosen event that lies in a stretch of time. */
function firstIn(events: ReturnType<typeof useDesk>["events"], chosen: Int32Array, [from, to]: [number, number]): number {
  for (let k = 0; k < chosen.length; k++) {
    if (!events.isDated(chosen[k])) continue;
    const at = events.anchor(chosen[k]);
    if (at >= from) return at <= to ? k : Math.max(0, k - 1);
  }
  return chosen.length - 1;
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

/** Brings the focus to a row, which may have to be made first. */
function walk(box: HTMLElement, k: number, show: (k: number, centred: boolean) => void): void {
  show(k, true);
  requestAnimationFrame(() => requestAnimationFrame(() => box.querySelector<HTMLElement>(`[data-place="${k}"] a`)?.focus({ preventScroll: true })));
}
