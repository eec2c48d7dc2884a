// The workbench's state: the session, the current build, decisions being saved.

import { Events } from "../data/events";
import type { Event } from "../data/model";
import { Store } from "../state";
import { loadClaims, loadEvent, type Extensions, type Workspace } from "../views/context";
import { count, number, t } from "../messages";
import { Api, ApiError, type CaseState, type Line, type Session, type Working } from "./api";
import { listen } from "./serverEvents";
import type { EditConflict, Decision, Draft, DateChanges, StatusMessage } from "./decision";
import { formatDate } from "./edtf";
import { BuildData, type Item, type Mention } from "./buildData";
import { Uploads } from "./uploads";

export const SECTIONS = [
  "review",
  "chronology",
  "documents",
  "actors",
  "coincidence",
  "evidence",
  "history",
] as const;
export type Section = (typeof SECTIONS)[number];

type SavedDecision = { id: string; says: string; head: string };
type Part =
  "session" | "state" | "workspace" | "queue" | "status" | "conflict" | "merge" | "dates" | "log";

export class Workbench {
  readonly api = new Api();
  readonly store = new Store();
  readonly uploads = new Uploads(this.api, () => void this.sync());
  session: Session | null = null;
  /** Why the session ended; null before the first request and during a session. */
  loggedOut: string | null = null;
  state: CaseState | null = null;
  workspace: Workspace | null = null;
  build: BuildData | null = null;
  queue: Item[] | null = null;
  status: StatusMessage | null = null;
  news: string = "";
  conflict: EditConflict | null = null;
  /** A mention of the current actor, because actor ids differ between builds. */
  actorPlace: Mention | null = null;
  /** The event to be merged with the next one chosen. */
  mergeStart: { event: string; claims: string[]; summary: string } | null = null;
  dateChanges: DateChanges | null = null;
  connected = true;
  /** Unsaved drafts by subject; a new build keeps them. */
  readonly drafts = new Map<string, Draft>();
  private seenHead = "";
  private pendingNews = ""; // since the last build
  private ownIds = new Set<string>();
  private ownDecisions: { id: string; item: string }[] = [];
  /** Items decided here, by key, with the saved decision's id: the current build still has them. */
  private decided = new Map<string, string>();
  private redated: { document: string; before: Map<string, string> } | null = null;
  private listeners = new Map<Part, Set<() => void>>();
  private syncing: Promise<void> | null = null;
  private syncAgain = false;

  constructor(readonly extensions: Extensions) {
    this.api.onOut = () => this.endSession(t("login.over"));
  }

  on(parts: Part[], handler: () => void): () => void {
    for (const part of parts)
      this.listeners.set(part, (this.listeners.get(part) ?? new Set()).add(handler));
    return () => parts.forEach((part) => this.listeners.get(part)?.delete(handler));
  }

  notify(...parts: Part[]): void {
    const listeners = new Set(parts.flatMap((part) => [...(this.listeners.get(part) ?? [])]));
    listeners.forEach((listener) => listener());
  }

  get canDecide(): boolean {
    return this.session !== null && this.session.role !== "reader";
  }

  get who(): string {
    return this.session?.who ?? "";
  }

  // Session

  async begin(): Promise<void> {
    try {
      this.startSession(await this.api.get<Session>("/api/session"));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
      this.endSession("");
    }
  }

  async login(name: string, password: string): Promise<void> {
    this.startSession(await this.api.post<Session>("/api/login", { name, password }));
  }

  async logout(): Promise<void> {
    await this.api.post("/api/logout");
    location.reload();
  }

  /** Changes the user's name where there are no accounts. */
  async rename(name: string): Promise<void> {
    this.api.name = name.trim();
    this.session = await this.api.get<Session>("/api/session");
    this.notify("session");
  }

  private startSession(session: Session): void {
    this.session = session;
    this.loggedOut = null;
    this.api.token = session.token;
    this.disconnect();
    this.disconnect = listen({
      opened: () => {
        this.connect(true);
        void this.sync();
      },
      lost: () => this.connect(false),
      decided: (who, says) => {
        if (who !== this.who) this.announceOthers(t("news", { who, says }));
        this.notify("log");
        void this.sync();
      },
      working: (working) => this.show(working),
      built: () => void this.sync(),
      problem: (message) => {
        this.showStatus({ words: message, problem: true });
        void this.sync();
      },
    });
    this.notify("session");
    void this.sync();
  }

  private endSession(why: string): void {
    this.disconnect();
    this.session = null;
    this.loggedOut = why;
    this.notify("session");
    // The login form's token comes with the refusal of the session.
    if (!this.api.token) void this.api.get("/api/session").catch(() => {});
  }

  private disconnect: () => void = () => {};

  // The current build

  /**
   * Reads the state of the case, and the build if it is new; calls in the meantime lead to one more
   * reading.
   */
  sync(): Promise<void> {
    this.syncAgain = true;
    this.syncing ??= (async () => {
      try {
        while (this.syncAgain) {
          this.syncAgain = false;
          await this.read();
        }
      } catch (error) {
        this.showError(error);
      } finally {
        this.syncing = null;
      }
    })();
    return this.syncing;
  }

  private async read(): Promise<void> {
    const state = await this.api.get<CaseState>("/api/state");
    this.state = state;
    this.notify("state");
    if (state.built && state.built !== this.build?.built) await this.open(state);
    else if (state.current) this.seenHead = state.head;
    if (state.current) this.forgetDecided();
  }

  private async open(state: CaseState): Promise<void> {
    const build = new BuildData(this.api, state.built!);
    const gone = new Promise<null>((done) => (build.onReplaced = () => done(null)));
    const opened = await Promise.race([this.prepare(build, state.current), gone]);
    if (!opened) {
      // Replaced before it was read: the next state names the new build.
      await new Promise((done) => setTimeout(done, 200));
      this.syncAgain = true;
      return;
    }
    build.onReplaced = () => this.buildReplaced(build);
    const before = this.queue && this.openItems;
    Object.assign(this, { build: build, workspace: opened.workspace, queue: opened.queue });
    if (before && opened.queue) this.compareQueues(before, opened.queue);
    this.seenHead = state.knows ?? "";
    if (opened.event !== this.store.state.event) this.store.set({ event: opened.event }, false);
    if (!opened.queue)
      void build.queue().then((queue) => {
        if (this.build !== build) return;
        this.queue = queue;
        this.notify("queue");
      });
    if (opened.moved) {
      this.dateChanges = opened.moved;
      this.redated = null;
    }
    this.notify("workspace", "queue", "dates", "state");
  }

  /** Loads everything that a build needs before it replaces the current one. */
  private async prepare(build: BuildData, current: boolean) {
    const queueing = build.queue();
    const [index, saved] = await Promise.all([build.index(), this.chosenClaims()]);
    // Items name the events of their build: only the first queue may arrive after the rest.
    const queue = this.queue && (await queueing);
    const workspace: Workspace = {
      source: build,
      events: new Events(index),
      store: this.store,
      extensions: this.extensions,
    };
    const { event } = this.store.state;
    const placed = saved ? await found(workspace, saved) : event;
    return {
      workspace,
      queue,
      event: this.store.state.event === event ? placed : this.store.state.event,
      moved: current ? await this.compareDates(workspace) : null,
    };
  }

  /**
   * Announces what a decision changed elsewhere in the queue: it may resolve other items or add new
   * ones.
   */
  private compareQueues(before: Item[], now: Item[]): void {
    const keys = (items: Item[]) =>
      new Set(
        items
          .filter((item) => item.kind !== "undated" && !this.decided.has(item.key))
          .map((item) => item.key),
      );
    const [had, has] = [keys(before), keys(now)];
    const gone = [...had].filter((key) => !has.has(key)).length;
    const fresh = [...has].filter((key) => !had.has(key)).length;
    const words = [gone && count("queue.gone", gone), fresh && count("queue.fresh", fresh)]
      .filter(Boolean)
      .join("; ");
    // Decisions of others and their effects are announced together.
    if (words || this.pendingNews)
      this.announce([this.pendingNews, words].filter(Boolean).join(" · "));
    this.pendingNews = "";
  }

  private buildReplaced(build: BuildData): void {
    if (this.build === build) this.build = null;
    void this.sync();
  }

  /** The claims of the selected event: their ids survive builds, those of events don't. */
  private async chosenClaims(): Promise<string[] | null> {
    const chosen = this.store.state.event;
    if (!chosen || !this.workspace || this.workspace.events.place(chosen) < 0) return null;
    // What a view shows has been loaded; the old build's other blocks are no longer available.
    const event = await Promise.race([
      loadEvent(this.workspace, chosen),
      new Promise<null>((done) => setTimeout(() => done(null), 50)),
    ]);
    return event ? event.claims.map((c) => c.id) : null;
  }

  show(working: Working | null): void {
    if (!this.state) return;
    this.state = { ...this.state, working };
    this.notify("state");
  }

  connect(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    this.notify("state");
  }

  // Decisions

  /** The open items, without those decided here since the build. */
  get openItems(): Item[] {
    return (this.queue ?? []).filter((item) => !this.decided.has(item.key));
  }

  /** Stores a draft; null removes it. */
  keepDraft(about: string, draft: Draft | null): void {
    const before = this.hasDraft(about);
    if (draft) this.drafts.set(about, draft);
    else this.drafts.delete(about);
    if (before !== this.hasDraft(about)) this.notify("queue");
  }

  hasDraft(about: string): boolean {
    const draft = this.drafts.get(about);
    return draft !== undefined && (draft.asking >= 0 || draft.why.trim() !== "");
  }

  /**
   * Saves a decision; false if it failed. Its item disappears at once and returns if saving fails.
   */
  async decide(decision: Decision, item = "", seen = this.seenHead): Promise<boolean> {
    if (item) this.decided.set(item, "");
    this.showStatus({ words: t("kept.busy") });
    this.notify("queue");
    try {
      const saved = await this.send({ ...decision, why: decision.why?.trim() ?? "" }, seen);
      this.ownDecisions.push({ id: saved.id, item });
      if (item) this.decided.set(item, saved.id);
      this.showStatus({ words: t("kept", { says: saved.says }), undo: saved.id });
      this.notify("log");
      return true;
    } catch (error) {
      if (item) this.decided.delete(item);
      if (item) this.store.set({ item });
      if (error instanceof ApiError && error.status === 409 && error.since.length)
        this.conflict = { decision, item, since: error.since };
      this.notify("queue", "conflict");
      this.showError(error);
      return false;
    }
  }

  /** Ends an edit conflict: saves the decision anyway, or drops it. */
  async resolveConflict(again: boolean): Promise<void> {
    const { conflict } = this;
    this.conflict = null;
    this.notify("conflict");
    if (conflict && again)
      await this.decide(conflict.decision, conflict.item, newest(conflict.since).id);
    else this.showStatus(null);
  }

  /** Undoes the user's last decision, or the one with this id. */
  async undo(id = this.ownDecisions.at(-1)?.id, why = ""): Promise<void> {
    if (!id) return this.showStatus({ words: t("undo.none") });
    const known = this.ownDecisions.find((m) => m.id === id);
    this.showStatus({ words: t("undo.busy") });
    try {
      const saved = await this.api.post<SavedDecision>("/api/undo", { id, why });
      this.ownIds.add(saved.id);
      this.ownDecisions = this.ownDecisions.filter((m) => m.id !== id);
      if (known?.item) {
        this.decided.delete(known.item);
        this.store.set({ item: known.item });
      }
      this.showStatus({ words: t("kept", { says: saved.says }) });
      this.notify("queue", "log");
    } catch (error) {
      this.showError(error);
    }
  }

  /** Sends a decision; a conflict with nothing but this window's own decisions is no conflict. */
  private async send(decision: Decision, seen: string): Promise<SavedDecision> {
    for (;;) {
      try {
        const saved = await this.api.post<SavedDecision>("/api/decisions", { ...decision, seen });
        this.ownIds.add(saved.id);
        return saved;
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 409 || !error.since.length)
          throw error;
        const last = newest(error.since).id;
        if (last === seen || error.since.some((line) => !this.ownIds.has(line.id))) throw error;
        seen = last;
      }
    }
  }

  private forgetDecided(): void {
    const before = this.decided.size;
    for (const [key, id] of this.decided) if (id) this.decided.delete(key);
    if (this.decided.size !== before) this.notify("queue");
  }

  // A publication date, and the dates that depend on it

  async setPublicationDate(document: string, value: string): Promise<void> {
    const { workspace } = this;
    const claims = workspace ? await loadClaims(workspace, document) : [];
    const before = new Map(claims.map(({ claim }) => [claim.id, claim.when.edtf]));
    if (await this.decide({ act: "published", document, value })) {
      this.redated = { document, before };
      this.dateChanges = null;
      this.notify("dates");
    }
  }

  private async compareDates(workspace: Workspace): Promise<DateChanges | null> {
    if (!this.redated) return null;
    const { document, before } = this.redated;
    const rows = (await loadClaims(workspace, document)).flatMap(({ claim, event }) => {
      const was = before.get(claim.id);
      return was === undefined || was === claim.when.edtf
        ? []
        : [
            {
              event,
              words: claim.when.text ?? claim.quote,
              from: formatDate(was),
              to: formatDate(claim.when.edtf),
            },
          ];
    });
    return { document, rows };
  }

  /** Downloads a file, and reports what its format can't hold. */
  async download(path: string): Promise<void> {
    this.showStatus({ words: t("take.busy") });
    try {
      const { data, name, lost } = await this.api.file(path);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(data);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      const without = Object.entries(lost)
        .map(([what, n]) => `${what} (${number(n)})`)
        .join(", ");
      this.showStatus({
        words: without ? t("take.lost", { name, lost: without }) : t("take", { name }),
      });
    } catch (error) {
      this.showError(error);
    }
  }

  // Messages

  showStatus(status: StatusMessage | null): void {
    this.status = status;
    this.notify("status");
  }

  /** Announces what somebody else decided. */
  announceOthers(news: string): void {
    this.pendingNews = news;
    this.announce(news);
  }

  announce(news: string): void {
    this.news = news;
    this.notify("status");
  }

  showError(error: unknown): void {
    if (!(error instanceof ApiError)) {
      console.error(error);
      return this.showStatus({ words: t("error.other"), problem: true });
    }
    if (error.status !== 401)
      this.showStatus({ words: error.message || t("error.network"), problem: true });
  }

  /** Starts merging an event with the next one chosen; null cancels. */
  merge(event: Event | null): void {
    this.mergeStart = event && {
      event: event.id,
      claims: event.claims.map((c) => c.id),
      summary: event.summary,
    };
    this.notify("merge");
  }

  go(section: Section): void {
    // A document left open would cover the next section.
    this.store.set({ section, item: "", ...(section !== "documents" && { document: null }) });
  }
}

function newest(since: Line[]): Line {
  return since.reduce((last, line) => (line.number > last.number ? line : last));
}

/** The event of a build with most of these claims; null if it has none of them. */
async function found(workspace: Workspace, claims: string[]): Promise<string | null> {
  const counts = new Map<string, number>();
  for (const document of new Set(claims.map((id) => id.slice(0, id.lastIndexOf("-"))))) {
    for (const { claim, event } of await loadClaims(workspace, document))
      if (claims.includes(claim.id)) counts.set(event, (counts.get(event) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export function progress({ doing, done, of }: Working): string {
  return of ? t("state.part", { doing, done: number(done), of: number(of) }) : doing;
}
