// The workbench around its rooms: who is there, how the case stands, where one can go, and what has just happened.

import { useEffect, useRef, useState } from "preact/hooks";
import { DeskContext } from "../views/context";
import { useState_ } from "../state";
import { number, t } from "../words";
import { progress, ROOMS, type Room } from "./bench";
import { Actors } from "./Actors";
import { Ask } from "./Ask";
import { Chronology } from "./Chronology";
import { ClashPanel } from "./Clash";
import { useBench } from "./context";
import { Drop } from "./Drop";
import { Empty } from "./Empty";
import { Evidence } from "./Evidence";
import { Help } from "./Help";
import { History } from "./History";
import { keysOn, letterOf } from "./keys";
import { Login } from "./Login";
import { AddMenu, ExportMenu, WhoMenu } from "./Menus";
import { Papers } from "./Papers";
import { PublishMenu } from "./Publish";
import { Review, toDecide } from "./Review";

const VIEWS: Record<Room, () => preact.JSX.Element> = {
  review: Review, chronology: Chronology, documents: Papers, actors: Actors, chance: Ask, evidence: Evidence, history: History,
};

export function Shell() {
  const bench = useBench("session", "state", "desk");
  const room = useRoom();
  const [help, setHelp] = useState(false);
  useEffect(() => {
    document.title = bench.state ? `${bench.state.title} · Seriatim` : "Seriatim";
  }, [bench.state?.title]);
  useLetters(() => setHelp(true));
  if (bench.out !== null) return <Login />;
  if (!bench.session || !bench.state) return <p class="opening" role="status">{t("opening")}</p>;
  const View = VIEWS[room];
  return (
    <div class="bench">
      <a class="skip" href="#room" onClick={skip}>{t("skip")}</a>
      <Head help={() => setHelp(true)} />
      <Rooms room={room} />
      <div class="room" id="room">
        {bench.desk && bench.desk.events.index.documents.length > 0 ? <DeskContext.Provider value={bench.desk}><View /></DeskContext.Provider> : <Empty />}
      </div>
      <Foot />
      {bench.judges && <Drop />}
      <ClashPanel />
      {help && <Help close={() => setHelp(false)} />}
    </div>
  );
}

/** Leads into the room, to what is looked at in it. */
function skip(e: Event): void {
  e.preventDefault();
  const main = document.querySelector<HTMLElement>(".room main");
  const place = main?.querySelector<HTMLElement>(".whole h2[tabindex]") ?? main;
  if (place && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place?.focus();
}

function Head({ help }: { help: () => void }) {
  const bench = useBench("session", "state");
  return (
    <header class="bench-head">
      <h1>{bench.state!.title}</h1>
      <Standing />
      <div class="buttons">
        {bench.judges && <AddMenu />}
        {bench.desk && <ExportMenu />}
        {bench.desk && <PublishMenu />}
        <button type="button" class="tool keys-help" onClick={help} aria-haspopup="dialog" title={t("help")} aria-label={t("help")}>?</button>
        <WhoMenu />
      </div>
    </header>
  );
}

function Standing() {
  const bench = useBench("state", "desk");
  const { working, problems, built } = bench.state!;
  const current = bench.state!.current && bench.live?.built === built;
  const words = !bench.connected ? t("state.alone") : working ? progress(working) : current ? t("state.current") : t("state.waiting");
  return (
    <p class={`standing-of${working || !current ? " busy" : ""}${bench.connected ? "" : " alone"}`}>
      <span role="status">{words}</span>
      {problems.length > 0 && <> · <button type="button" class="plain" onClick={() => bench.go("documents")}>{t("state.problems", { n: number(problems.length) })}</button></>}
    </p>
  );
}

function Rooms({ room }: { room: Room }) {
  const bench = useBench("state", "desk", "queue");
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current!.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }), [room]);
  const index = bench.desk?.events.index;
  const counts: Partial<Record<Room, number>> = {
    review: bench.queue ? toDecide(bench.left) : undefined,
    chronology: bench.desk?.events.told,
    documents: bench.state!.documents,
    actors: index?.actors.length,
    history: bench.state!.decisions,
  };
  return (
    <nav class="rooms" ref={bar} aria-label={t("rooms")}>
      {ROOMS.map((name) => (
        <button type="button" key={name} class="tab" data-room={name} aria-current={name === room ? "page" : undefined} onClick={() => bench.go(name)}>
          {t(`room.${name}`)}{counts[name] !== undefined && <> <span class="n">{number(counts[name])}</span></>}
        </button>
      ))}
    </nav>
  );
}

function Foot() {
  const bench = useBench("said");
  const { said, news } = bench;
  return (
    <footer class="foot">
      <p role="status" class={said?.problem ? "problem" : ""}>
        {said ? <span class="words">{said.words}</span> : <span class="idle">{t("foot")}</span>}{" "}
        {said?.undo && <button type="button" class="plain" onClick={() => void bench.undo(said.undo)}>{t("undo")}{keysOn() ? " (u)" : ""}</button>}
      </p>
      <p class="news" role="status">{news}</p>
    </footer>
  );
}

/** The room one is in: Review first; what leads elsewhere from a room takes one there. */
function useRoom(): Room {
  const bench = useBench("desk");
  const { room } = useState_(bench.store, ["room"]);
  useEffect(() => bench.store.listen((changed) => {
    const here = bench.store.state.room || "review";
    if ("room" in changed) return;
    if (changed.document && here !== "chronology" && here !== "documents") bench.store.set({ room: "documents" });
    else if ((changed.filter || changed.event) && !["chronology", "documents"].includes(here)) bench.store.set({ room: "chronology" });
  }), [bench]);
  return ROOMS.includes(room as Room) ? (room as Room) : "review";
}

function useLetters(help: () => void): void {
  const bench = useBench();
  useEffect(() => {
    const heard = (e: KeyboardEvent) => {
      if (document.querySelector("dialog[open]")) return;
      const letter = letterOf(e);
      if (letter === "?") help();
      else if (letter === "u" && bench.judges) void bench.undo();
      else return;
      e.preventDefault();
    };
    addEventListener("keydown", heard);
    return () => removeEventListener("keydown", heard);
  }, [bench]);
}
