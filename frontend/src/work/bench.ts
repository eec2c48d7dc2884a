// What the workbench knows and does: who is there, which build is looked at, what is on its way to the log.

import { Events } from "../data/events";
import type { Event } from "../data/model";
import { Store } from "../state";
import { loadClaims, loadEvent, type Also, type Desk } from "../views/context";
import { count, number, t } from "../words";
import { Api, ApiError, type CaseState, type Line, type Session, type Working } from "./api";
import { listen } from "./changes";
import type { Clash, Decision, Draft, Moved, Said } from "./decision";
import { sayDate } from "./edtf";
import { Live, type Item, type Mention } from "./live";
import { Uploads } from "./uploads";

export const ROOMS = ["review", "chronology", "documents", "actors", "chance", "evidence", "history"] as const;
export type Room = (typeof ROOMS)[number];

type Kept = { id: string; says: string; head: string };
type Part = "session" | "state" | "desk" | "queue" | "said" | "clash" | "merging" | "moved" | "log";

export class Bench {
  readonly api = new Api();
  readonly store = new Store();
  readonly uploads = new Uploads(this.api, () => void this.sync());
  session: Session | null = null;
  /** Why the session has ended; null before it was asked for and while there is one. */
  out: string | null = null;
  state: CaseState | null = null;
  desk: Desk | null = null;
  live: Live | null = null;
  queue: Item[] | null = null;
  said: Said | null = null;
  news: string = "";
  clash: Clash | null = null;
  /** Where the actor is named that is looked at: actors have other ids in another build. */
  wantedActor: Mention | null = null;
  /** The event that is to be put together with the next one chosen. */
  merging: { event: string; claims: string[]; summary: string } | null = null;
  moved: Moved | null = null;
  connected = true;
  /** What somebody has begun to write, by what it is about: a new build does not take it away. */
  readonly drafts = new Map<string, Draft>();
  private seen = "";
  private untold = ""; // news since the last build
  private own = new Set<string>();
  private mine: { id: string; item: string }[] = [];
  /** Items decided here, by key, with the decision once it is kept: the build that is looked at still has them. */
  private decided = new Map<string, string>();
  private dated: { document: string; before: Map<string, string> } | null = null;
  private listeners = new Map<Part, Set<() => void>>();
  private syncing: Promise<void> | null = null;
  private again = false;

  constructor(readonly also: Also) {
    this.api.onOut = () => this.leave(t("login.over"));
  }

  on(parts: Part[], heard: () => void): () => void {
    for (const part of parts) this.listeners.set(part, (this.listeners.get(part) ?? new Set()).add(heard));
    return () => parts.forEach((part) => this.listeners.get(part)?.delete(heard));
  }

  tell(...parts: Part[]): void {
    const heard = new Set(parts.flatMap((part) => [...(this.listeners.get(part) ?? [])]));
    heard.forEach((hear) => hear());
  }

  get judges(): boolean {
    return this.session !== null && this.session.role !== "reader";
  }

  get who(): string {
    return this.session?.who ?? "";
  }

  // Coming and going

  async begin(): Promise<void> {
    try {
      this.enter(await this.api.get<Session>("/api/session"));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
      this.leave("");
    }
  }

  async login(name: string, password: string): Promise<void> {
    this.enter(await this.api.post<Session>("/api/login", { name, password }));
  }

  async logout(): Promise<void> {
    await this.api.post("/api/logout");
    location.reload();
  }

  /** Another name for what one decides, where there are no accounts. */
  async rename(name: string): Promise<void> {
    this.api.name = name.trim();
    this.session = await this.api.get<Session>("/api/session");
    this.tell("session");
  }

  private enter(session: Session): void {
    this.session = session;
    this.out = null;
    this.api.token = session.token;
    this.hangUp();
    this.hangUp = listen(this);
    this.tell("session");
    void this.sync();
  }

  private leave(why: string): void {
    this.hangUp();
    this.session = null;
    this.out = why;
    this.tell("session");
    // The token of the login form comes with the refusal of the session.
    if (!this.api.token) void this.api.get("/api/session").catch(() => {});
  }

  private hangUp: () => void = () => {};

  // The build that is looked at

  /** Reads how the case stands, and the build where it is another one; calls that come meanwhile lead to one more reading. */
  sync(): Promise<void> {
    this.again = true;
    this.syncing ??= (async () => {
      try {
        while (this.again) {
          this.again = false;
          await this.read();
        }
      } catch (error) {
        this.fail(error);
      } finally {
        this.syncing = null;
      }
    })();
    return this.syncing;
  }

  private async read(): Promise<void> {
    const state = await this.api.get<CaseState>("/api/state");
    this.state = state;
    this.tell("state");
    if (state.built && state.built !== this.live?.built) await this.open(state);
    else if (state.current) this.seen = state.head;
    if (state.current) this.forgetDecided();
  }

  private async open(state: CaseState): Promise<void> {
    const live = new Live(this.api, state.built!);
    const gone = new Promise<null>((done) => (live.onGone = () => done(null)));
    const opened = await Promise.race([this.prepare(live, state.current), gone]);
    if (!opened) {
      // It was gone before it was read: the next state names the one after it.
      await new Promise((done) => setTimeout(done, 200));
      this.again = true;
      return;
    }
    live.onGone = () => this.lose(live);
    const before = this.queue && this.left;
    Object.assign(this, { live, desk: opened.desk, queue: opened.queue });
    if (before && opened.queue) this.compareQueues(before, opened.queue);
    this.seen = state.knows ?? "";
    if (opened.event !== this.store.state.event) this.store.set({ event: opened.event }, false);
    if (!opened.queue) void live.queue().then((queue) => {
      if (this.live !== live) return;
      this.queue = queue;
      this.tell("queue");
    });
    if (opened.moved) {
      this.moved = opened.moved;
      this.dated = null;
    }
    this.tell("desk", "queue", "moved", "state");
  }

  /** All that has to be read of a build before it can be shown in place of the one before. */
  private async prepare(live: Live, current: boolean) {
    const queueing = live.queue();
    const [index, kept] = await Promise.all([live.index(), this.chosenClaims()]);
    // Items name the events of their build: only the first queue may come after what it is shown with.
    const queue = this.queue && (await queueing);
    const desk: Desk = { source: live, events: new Events(index), store: this.store, also: this.also };
    const { event } = this.store.state;
    const placed = kept ? await found(desk, kept) : event;
    return { desk, queue, event: this.store.state.event === event ? placed : this.store.state.event, moved: current ? await this.compareDates(desk) : null };
  }

  /** Says what came and went in the queue by itself: a decision settles more than what it was about, and may bring something new. */
  private compareQueues(before: Item[], now: Item[]): void {
    const keys = (items: Item[]) => new Set(items.filter((item) => item.kind !== "undated" && !this.decided.has(item.key)).map((item) => item.key));
    const [had, has] = [keys(before), keys(now)];
    const gone = [...had].filter((key) => !has.has(key)).length;
    const fresh = [...has].filter((key) => !had.has(key)).length;
    const words = [gone && count("queue.gone", gone), fresh && count("queue.fresh", fresh)].filter(Boolean).join("; ");
    // What others decided and what came of it are told together.
    if (words || this.untold) this.hear([this.untold, words].filter(Boolean).join(" · "));
    this.untold = "";
  }

  private lose(live: Live): void {
    if (this.live === live) this.live = null;
    void this.sync();
  }

  /** The claims of the chosen event: they keep their ids over builds, events do not. */
  private async chosenClaims(): Promise<string[] | null> {
    const chosen = this.store.state.event;
    if (!chosen || !this.desk || this.desk.events.place(chosen) < 0) return null;
    // What a view shows has been read already; the old build's blocks can't be asked for any more.
    const event = await Promise.race([loadEvent(this.desk, chosen), new Promise<null>((done) => setTimeout(() => done(null), 50))]);
    return event ? event.claims.map((c) => c.id) : null;
  }

  show(working: Working | null): void {
    if (!this.state) return;
    this.state = { ...this.state, working };
    this.tell("state");
  }

  connect(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    this.tell("state");
  }

  // Deciding

  /** What is left to decide: without what has been decided here since the build. */
  get left(): Item[] {
    return (this.queue ?? []).filter((item) => !this.decided.has(item.key));
  }

  /** Keeps what is being written; null: nothing is any more. */
  write(about: string, draft: Draft | null): void {
    const before = this.isBegun(about);
    if (draft) this.drafts.set(about, draft);
    else this.drafts.delete(about);
    if (before !== this.isBegun(about)) this.tell("queue");
  }

  isBegun(about: string): boolean {
    const draft = this.drafts.get(about);
    return draft !== undefined && (draft.asking >= 0 || draft.why.trim() !== "");
  }

  /** Sends a decision to the log; false where it was not kept.  The item it settles is gone at once, and comes back with an error. */
  async decide(decision: Decision, item = "", seen = this.seen): Promise<boolean> {
    if (item) this.decided.set(item, "");
    this.say({ words: t("kept.busy") });
    this.tell("queue");
    try {
      const kept = await this.keep({ ...decision, why: decision.why?.trim() ?? "" }, seen);
      this.mine.push({ id: kept.id, item });
      if (item) this.decided.set(item, kept.id);
      this.say({ words: t("kept", { says: kept.says }), undo: kept.id });
      this.tell("log");
      return true;
    } catch (error) {
      if (item) this.decided.delete(item);
      if (item) this.store.set({ item });
      if (error instanceof ApiError && error.status === 409 && error.since.length) this.clash = { decision, item, since: error.since };
      this.tell("queue", "clash");
      this.fail(error);
      return false;
    }
  }

  /** Decides all the same what somebody else has decided about meanwhile, or leaves it. */
  async settle(again: boolean): Promise<void> {
    const { clash } = this;
    this.clash = null;
    this.tell("clash");
    if (clash && again) await this.decide(clash.decision, clash.item, newest(clash.since).id);
    else this.say(null);
  }

  /** Takes back one's last decision, or the one of an id. */
  async undo(id = this.mine.at(-1)?.id, why = ""): Promise<void> {
    if (!id) return this.say({ words: t("undo.none") });
    const known = this.mine.find((m) => m.id === id);
    this.say({ words: t("undo.busy") });
    try {
      const kept = await this.api.post<Kept>("/api/undo", { id, why });
      this.own.add(kept.id);
      this.mine = this.mine.filter((m) => m.id !== id);
      if (known?.item) {
        this.decided.delete(known.item);
        this.store.set({ item: known.item });
      }
      this.say({ words: t("kept", { says: kept.says }) });
      this.tell("queue", "log");
    } catch (error) {
      this.fail(error);
    }
  }

  /** Says it to the server; what only this window has decided since is no news to the person. */
  private async keep(decision: Decision, seen: string): Promise<Kept> {
    for (;;) {
      try {
        const kept = await this.api.post<Kept>("/api/decisions", { ...decision, seen });
        this.own.add(kept.id);
        return kept;
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 409 || !error.since.length) throw error;
        const last = newest(error.since).id;
        if (last === seen || error.since.some((line) => !this.own.has(line.id))) throw error;
        seen = last;
      }
    }
  }

  private forgetDecided(): void {
    const before = this.decided.size;
    for (const [key, id] of this.decided) if (id) this.decided.delete(key);
    if (this.decided.size !== before) this.tell("queue");
  }

  // A document's date, and what moves with it

  async publish(document: string, value: string): Promise<void> {
    const { desk } = this;
    const claims = desk ? await loadClaims(desk, document) : [];
    const before = new Map(claims.map(({ claim }) => [claim.id, claim.when.edtf]));
    if (await this.decide({ act: "published", document, value })) {
      this.dated = { document, before };
      this.moved = null;
      this.tell("moved");
    }
  }

  private async compareDates(desk: Desk): Promise<Moved | null> {
    if (!this.dated) return null;
    const { document, before } = this.dated;
    const rows = (await loadClaims(desk, document)).flatMap(({ claim, event }) => {
      const was = before.get(claim.id);
      return was === undefined || was === claim.when.edtf ? [] : [{ event, words: claim.when.text ?? claim.quote, from: sayDate(was), to: sayDate(claim.when.edtf) }];
    });
    return { document, rows };
  }

  /** Takes a file away, and says what its format can't hold. */
  async take(path: string): Promise<void> {
    this.say({ words: t("take.busy") });
    try {
      const { data, name, lost } = await this.api.file(path);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(data);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      const without = Object.entries(lost).map(([what, n]) => `${what} (${number(n)})`).join(", ");
      this.say({ words: without ? t("take.lost", { name, lost: without }) : t("take", { name }) });
    } catch (error) {
      this.fail(error);
    }
  }

  // What is said

  say(said: Said | null): void {
    this.said = said;
    this.tell("said");
  }

  /** Tells of what somebody else has decided. */
  hearOf(news: string): void {
    this.untold = news;
    this.hear(news);
  }

  hear(news: string): void {
    this.news = news;
    this.tell("said");
  }

  fail(error: unknown): void {
    if (!(error instanceof ApiError)) {
      console.error(error);
      return this.say({ words: t("error.other"), problem: true });
    }
    if (error.status !== 401) this.say({ words: error.message || t("error.network"), problem: true });
  }

  /** Begins to put an event together with the next one that is chosen; null: leaves it. */
  merge(event: Event | null): void {
    this.merging = event && { event: event.id, claims: event.claims.map((c) => c.id), summary: event.summary };
    this.tell("merging");
  }

  go(room: Room): void {
    // A document that was left open would lie over the next room.
    this.store.set({ room, item: "", ...(room !== "documents" && { document: null }) });
  }
}

function newest(since: Line[]): Line {
  return since.reduce((last, line) => (line.number > last.number ? line : last));
}

/** The event of a build that has most of some claims; null where it has none of them. */
async function found(desk: Desk, claims: string[]): Promise<string | null> {
  const counts = new Map<string, number>();
  for (const document of new Set(claims.map((id) => id.slice(0, id.lastIndexOf("-"))))) {
    for (const { claim, event } of await loadClaims(desk, document)) if (claims.includes(claim.id)) counts.set(event, (counts.get(event) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export function progress({ doing, done, of }: Working): string {
  return of ? t("state.part", { doing, done: number(done), of: number(of) }) : doing;
}
