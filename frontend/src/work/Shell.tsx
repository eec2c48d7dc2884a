// The frame of the workbench: user, state of the case, navigation, status line.

import { useEffect, useRef, useState } from "preact/hooks";
import { WorkspaceContext } from "../views/context";
import { useStore } from "../state";
import { number, t } from "../messages";
import { progress, SECTIONS, type Section } from "./workbenchState";
import { Actors } from "./Actors";
import { CoincidenceTest } from "./CoincidenceTest";
import { Chronology } from "./Chronology";
import { EditConflictDialog } from "./EditConflict";
import { useWorkbench } from "./context";
import { Drop } from "./Drop";
import { Empty } from "./Empty";
import { Evidence } from "./Evidence";
import { Help } from "./Help";
import { History } from "./History";
import { shortcutsEnabled, pressedLetter } from "./shortcuts";
import { Login } from "./Login";
import { AddMenu, ExportMenu, WhoMenu } from "./Menus";
import { DocumentsSection } from "./DocumentsSection";
import { PublishMenu } from "./Publish";
import { Review, itemsToReview } from "./Review";

const VIEWS: Record<Section, () => preact.JSX.Element> = {
  review: Review,
  chronology: Chronology,
  documents: DocumentsSection,
  actors: Actors,
  coincidence: CoincidenceTest,
  evidence: Evidence,
  history: History,
};

export function Shell() {
  const workbench = useWorkbench("session", "state", "workspace");
  const section = useSection();
  const [help, setHelp] = useState(false);
  useEffect(() => {
    document.title = workbench.state ? `${workbench.state.title} · Seriatim` : "Seriatim";
  }, [workbench.state?.title]);
  useLetters(() => setHelp(true));
  if (workbench.loggedOut !== null) return <Login />;
  if (!workbench.session || !workbench.state)
    return (
      <p class="opening" role="status">
        {t("opening")}
      </p>
    );
  const View = VIEWS[section];
  return (
    <div class="workbench">
      <a class="skip" href="#section" onClick={skip}>
        {t("skip")}
      </a>
      <Head help={() => setHelp(true)} />
      <Sections section={section} />
      <div class="section" id="section">
        {workbench.workspace && workbench.workspace.events.index.documents.length > 0 ? (
          <WorkspaceContext.Provider value={workbench.workspace}>
            <View />
          </WorkspaceContext.Provider>
        ) : (
          <Empty />
        )}
      </div>
      <Foot />
      {workbench.canDecide && <Drop />}
      <EditConflictDialog />
      {help && <Help close={() => setHelp(false)} />}
    </div>
  );
}

/** Moves the focus to the current section's content. */
function skip(e: Event): void {
  e.preventDefault();
  const main = document.querySelector<HTMLElement>(".section main");
  const place = main?.querySelector<HTMLElement>(".single h2[tabindex]") ?? main;
  if (place && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place?.focus();
}

function Head({ help }: { help: () => void }) {
  const workbench = useWorkbench("session", "state");
  return (
    <header class="workbench-header">
      <h1>{workbench.state!.title}</h1>
      <Standing />
      <div class="buttons">
        {workbench.canDecide && <AddMenu />}
        {workbench.workspace && <ExportMenu />}
        {workbench.workspace && <PublishMenu />}
        <button
          type="button"
          class="tool keys-help"
          onClick={help}
          aria-haspopup="dialog"
          title={t("help")}
          aria-label={t("help")}
        >
          ?
        </button>
        <WhoMenu />
      </div>
    </header>
  );
}

function Standing() {
  const workbench = useWorkbench("state", "workspace");
  const { working, problems, built } = workbench.state!;
  const current = workbench.state!.current && workbench.build?.built === built;
  const words = !workbench.connected
    ? t("state.alone")
    : working
      ? progress(working)
      : current
        ? t("state.current")
        : t("state.waiting");
  const classes = [
    "standing-of",
    ...(working || !current ? ["busy"] : []),
    ...(workbench.connected ? [] : ["alone"]),
  ];
  return (
    <p class={classes.join(" ")}>
      <span role="status">{words}</span>
      {problems.length > 0 && (
        <>
          {" "}
          ·{" "}
          <button type="button" class="plain" onClick={() => workbench.go("documents")}>
            {t("state.problems", { n: number(problems.length) })}
          </button>
        </>
      )}
    </p>
  );
}

function Sections({ section }: { section: Section }) {
  const workbench = useWorkbench("state", "workspace", "queue");
  const bar = useRef<HTMLElement>(null);
  useEffect(
    () =>
      bar
        .current!.querySelector("[aria-current]")
        ?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    [section],
  );
  const index = workbench.workspace?.events.index;
  const counts: Partial<Record<Section, number>> = {
    review: workbench.queue ? itemsToReview(workbench.openItems) : undefined,
    chronology: workbench.workspace?.events.counted,
    documents: workbench.state!.documents,
    actors: index?.actors.length,
    history: workbench.state!.decisions,
  };
  return (
    <nav class="sections" ref={bar} aria-label={t("sections")}>
      {SECTIONS.map((name) => (
        <button
          type="button"
          key={name}
          class="tab"
          data-section={name}
          aria-current={name === section ? "page" : undefined}
          onClick={() => workbench.go(name)}
        >
          {t(`section.${name}`)}
          {counts[name] !== undefined && (
            <>
              {" "}
              <span class="n">{number(counts[name])}</span>
            </>
          )}
        </button>
      ))}
    </nav>
  );
}

function Foot() {
  const workbench = useWorkbench("status");
  const { status, news } = workbench;
  return (
    <footer class="foot">
      <p role="status" class={status?.problem ? "problem" : ""}>
        <span class={status ? "words" : "idle"}>{status ? status.words : t("foot")}</span>{" "}
        {status?.undo && (
          <button type="button" class="plain" onClick={() => void workbench.undo(status.undo)}>
            {t("undo")}
            {shortcutsEnabled() ? " (u)" : ""}
          </button>
        )}
      </p>
      <p class="status-line" role="status">
        {news}
      </p>
    </footer>
  );
}

/** The current section, Review by default; links from a section switch to the right one. */
function useSection(): Section {
  const workbench = useWorkbench("workspace");
  const { section } = useStore(workbench.store, ["section"]);
  useEffect(
    () =>
      workbench.store.listen((changed) => {
        const here = workbench.store.state.section || "review";
        if ("section" in changed) return;
        if (changed.document && here !== "chronology" && here !== "documents")
          workbench.store.set({ section: "documents" });
        else if ((changed.filter || changed.event) && !["chronology", "documents"].includes(here))
          workbench.store.set({ section: "chronology" });
      }),
    [workbench],
  );
  return SECTIONS.includes(section as Section) ? (section as Section) : "review";
}

function useLetters(help: () => void): void {
  const workbench = useWorkbench();
  useEffect(() => {
    const handler = (e: KeyboardEvent) => {
      if (document.querySelector("dialog[open]")) return;
      const letter = pressedLetter(e);
      if (letter === "?") help();
      else if (letter === "u" && workbench.canDecide) void workbench.undo();
      else return;
      e.preventDefault();
    };
    addEventListener("keydown", handler);
    return () => removeEventListener("keydown", handler);
  }, [workbench]);
}
