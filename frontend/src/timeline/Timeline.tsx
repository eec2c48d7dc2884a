// The timeline: a canvas that pans and zooms, its tools and its legend.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Events } from "../data/events";
import type { ScrollSync } from "../scrollSync";
import { LANES, useStore, type Lanes } from "../state";
import { capital, t } from "../messages";
import { useWorkspace } from "../views/context";
import { useFilterEdits } from "../views/filterEdits";
import { fit, focus } from "./fit";
import { Interaction } from "./interaction";
import { lanesOf } from "./lanes";
import { Legend } from "./Legend";
import { middle, Picture } from "./canvas";

export function Timeline({ chosen, step }: { chosen: Int32Array; step: ScrollSync }) {
  const workspace = useWorkspace();
  const { events, store } = workspace;
  const { lanes, event, links } = useStore(store, ["lanes", "event", "links"]);
  const { between } = useFilterEdits();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [tip, setTip] = useState<{ found: number[]; x: number; y: number } | null>(null);
  const interaction = useRef<Interaction | null>(null);

  useEffect(() => {
    const picture = new Picture(canvas.current!, events);
    picture.view = store.state.view ?? focus(events, chosen);
    interaction.current = new Interaction(
      frame.current!,
      picture,
      {
        moved: (view) => {
          store.set({ view });
          step.moved(view);
        },
        chose: (i) => {
          setTip(null);
          store.set({ event: events.id(i) });
        },
        pointed: (found, x, y) => setTip(found.length ? { found, x, y } : null),
        fitted: () => fit(events, interaction.current!.chosen),
        followed: (view) => store.set({ view }),
      },
      store.state.view ? null : () => focus(events, interaction.current!.chosen),
    );
    step.picture = () => picture;
    const detach = interaction.current.attach();
    return () => {
      step.picture = () => null;
      detach();
    };
  }, [events]);

  const laned = useMemo(() => lanesOf(events, chosen, lanes), [chosen, lanes]);
  useEffect(() => interaction.current!.show(laned, chosen), [laned]);
  useEffect(() => interaction.current!.choose(event ? events.place(event) : -1), [event, events]);
  // A tooltip needs its event to exist and to be selected.
  useEffect(() => {
    if (!event) interaction.current!.leave();
  }, [event]);
  useEffect(() => {
    let active = true;
    const show = links || event ? workspace.source.links() : Promise.resolve([]);
    show.then(
      (all) =>
        active &&
        interaction.current!.link(
          links ? all.slice(0, 500) : all.filter((l) => l.from === event || l.to === event),
        ),
    );
    return () => {
      active = false;
    };
  }, [links, event, events]);
  useEffect(() => {
    step.onListed = (first, last, byUser) =>
      interaction.current?.follow(moments(events, chosen, first, last), byUser);
    return store.listen((changed) => changed.view && interaction.current!.look(changed.view));
  }, [chosen]);

  return (
    <div class="timeline">
      <div class="tools">
        <label class="field">
          {t("lanes")}{" "}
          <select
            value={lanes}
            onChange={(e) => store.set({ lanes: e.currentTarget.value as Lanes })}
          >
            {LANES.map((name) => (
              <option key={name} value={name}>
                {t(`lanes.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <div class="zoom">
          <button
            type="button"
            class="tool"
            onClick={() => interaction.current!.zoom(0.5)}
            aria-label={t("zoom.in")}
            title={t("zoom.in")}
          >
            +
          </button>
          <button
            type="button"
            class="tool"
            onClick={() => interaction.current!.zoom(2)}
            aria-label={t("zoom.out")}
            title={t("zoom.out")}
          >
            −
          </button>
          <button type="button" class="tool" onClick={() => interaction.current!.fit()}>
            {t("zoom.fit")}
          </button>
          <button type="button" class="tool" onClick={() => between(interaction.current!.view)}>
            {t("zoom.only")}
          </button>
        </div>
        <button
          type="button"
          class="tool links-switch"
          aria-pressed={links}
          onClick={() => store.set({ links: !links })}
        >
          {t("links.show")}
        </button>
      </div>
      <div class="timeline-frame">
        <div
          class="canvas"
          ref={frame}
          tabIndex={0}
          role="application"
          aria-label={t("timeline.label")}
          aria-describedby="timeline-keys"
        >
          <canvas ref={canvas} aria-hidden="true" />
          <p id="timeline-keys" class="keys">
            {t("timeline.keys")}
          </p>
          {tip && <Tip {...tip} width={frame.current!.clientWidth} />}
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {tip && events.sentence(tip.found[0])}
      </p>
      <Legend />
    </div>
  );
}

function notes(events: Events, i: number): string[] {
  return [events.statusNote(i), events.correction(i)].filter(Boolean);
}

function Tip({ found, x, y, width }: { found: number[]; x: number; y: number; width: number }) {
  const { events } = useWorkspace();
  const shown = found.slice(0, 3);
  const left = Math.max(4, Math.min(x + 12, width - 304));
  return (
    <div class="tip" style={{ left: `${left}px`, top: `${y + 14}px` }}>
      {shown.map((i) => (
        <div key={i}>
          <p class="when">{capital(events.date(i))}</p>
          {notes(events, i).map((note) => (
            <p class="detail" key={note}>
              {capital(note)}
            </p>
          ))}
          {events.implied(i) && <p class="detail">{events.implied(i)}</p>}
          <p class="kicker">{events.reportedBy(i)}</p>
          <p>
            {events.isRejected(i) ? (
              <s>{capital(events.summary(i))}</s>
            ) : (
              capital(events.summary(i))
            )}
          </p>
        </div>
      ))}
      {found.length > shown.length && (
        <p class="detail">{t("tip.more", { n: found.length - shown.length })}</p>
      )}
    </div>
  );
}

/** The moments of the dated events in a run of the list, in order. */
function moments(events: Events, chosen: Int32Array, first: number, last: number): number[] {
  const run = chosen
    .subarray(first, last + 1)
    .filter((i) => events.isDated(i) && !events.isRejected(i));
  return Array.from(run, (i) => middle(events, i)).sort((a, b) => a - b);
}
