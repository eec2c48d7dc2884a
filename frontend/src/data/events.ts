// The index unpacked: typed arrays for drawing, and queries about one event.

import { count, fold, t } from "../messages";
import type { Event, Index } from "./model";
import { ABOUT, AFFIRMED, DENIED, DISPUTED, DOUBTED, REJECTED, VERSIONS } from "./model";

export class Events {
  readonly length: number;
  /** Stated interval in seconds; NaN if open, both NaN if no date is stated. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** What other events imply; NaN if nothing. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly flags: Uint16Array;
  /** The number of events that count; rejected ones come after them. */
  readonly counted: number;
  /** The number of entries: of events that are the main one of their sentence. */
  readonly entries: number;
  /** The first and last moment of all bounded events. */
  readonly extent: [number, number];
  private places: Map<string, number> | null = null;
  private under: Map<number, number[]> | null = null;
  /** Findings by event. */
  private readonly found = new Map<number, number[]>();
  private searched: string[] | null = null;
  private readonly quoted = new Set<number>();

  constructor(readonly index: Index) {
    const columns = index.events;
    this.length = columns.id.length;
    this.start = new Float64Array(this.length);
    this.end = new Float64Array(this.length);
    this.earliest = Float64Array.from(columns.earliest, (x) => x ?? NaN);
    this.latest = Float64Array.from(columns.latest, (x) => x ?? NaN);
    this.flags = Uint16Array.from(columns.flags);
    for (let i = 0; i < this.length; i++) {
      const [, , start, end] = index.dates[columns.when[i]];
      this.start[i] = start ?? NaN;
      this.end[i] = end ?? NaN;
    }
    this.counted = this.flags.findIndex((flags) => (flags & REJECTED) !== 0);
    if (this.counted < 0) this.counted = this.length;
    this.entries = columns.main.filter((main, i) => main === i && i < this.counted).length;
    this.extent = this.measure();
    index.findings.forEach((finding, n) => {
      for (const id of finding.events)
        this.found.set(this.place(id), [...(this.found.get(this.place(id)) ?? []), n]);
    });
  }

  /**
   * Summary, place and the quotes loaded so far, in lower case, for searching. Built on first use.
   */
  get texts(): string[] {
    const { summary, place } = this.index.events;
    const places = this.index.places.map(fold);
    return (this.searched ??= summary.map((words, i) =>
      `${fold(words)}\n${places[place[i]]}`.toLowerCase(),
    ));
  }

  /** Adds the quotes of a block's events to the searchable text, once. */
  addQuotes(block: number, read: Event[]): void {
    if (this.quoted.has(block)) return;
    this.quoted.add(block);
    const first = block * this.index.eventsABlock;
    const { texts } = this;
    read.forEach((event, n) => {
      texts[first + n] += `\n${event.claims.map((c) => fold(c.quote).toLowerCase()).join("\n")}`;
    });
  }

  /** Whether the event is listed under the main event of its sentence. */
  isMinor(i: number): boolean {
    return this.index.events.main[i] !== i;
  }

  /** The events that are listed under a main event, in order. */
  minor(i: number): number[] {
    if (!this.under) {
      this.under = new Map();
      this.index.events.main.forEach((main, n) => {
        if (main !== n) this.under!.set(main, [...(this.under!.get(main) ?? []), n]);
      });
    }
    return this.under.get(i) ?? [];
  }

  /** The rank of the event's entry; 1 is the first, 0 has none. */
  rank(i: number): number {
    return this.index.events.rank[i];
  }

  place(id: string): number {
    this.places ??= new Map(this.index.events.id.map((known, i) => [known, i]));
    return this.places.get(id) ?? -1;
  }

  id(i: number): string {
    return this.index.events.id[i];
  }

  summary(i: number): string {
    return this.index.events.summary[i];
  }

  date(i: number): string {
    return this.index.dates[this.index.events.when[i]][1];
  }

  implied(i: number): string {
    return this.index.implied[this.index.events.implied[i]];
  }

  findings(i: number): number[] {
    return this.found.get(i) ?? [];
  }

  /** The note on a corrected date, with the document's words; empty if nobody corrected it. */
  correction(i: number): string {
    return this.index.corrections[this.index.events.corrections[i]];
  }

  isRejected(i: number): boolean {
    return i >= this.counted;
  }

  /** How many of these events, in order, count: those that were not rejected. */
  countedIn(chosen: Int32Array): number {
    let [low, high] = [0, chosen.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (chosen[middle] < this.counted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isDated(i: number): boolean {
    return !(Number.isNaN(this.start[i]) && Number.isNaN(this.end[i]));
  }

  isAbout(i: number): boolean {
    return (this.flags[i] & ABOUT) !== 0;
  }

  isDoubted(i: number): boolean {
    return (this.flags[i] & DOUBTED) !== 0;
  }

  isOnlyDenied(i: number): boolean {
    return (this.flags[i] & (DENIED | AFFIRMED)) === DENIED;
  }

  /** Who reports the event, in one line. */
  reportedBy(i: number): string {
    const { documents, sources, claims } = this.index.events;
    const unlike = (this.flags[i] & VERSIONS) !== 0;
    if (documents[i].length > 1)
      return unlike
        ? t("unlike.documents", { n: documents[i].length })
        : t("say.documents", { n: documents[i].length });
    const title = this.index.documents[documents[i][0]]?.title ?? "";
    if (unlike) return `${title} ${t("unlike.document")}`;
    const chain =
      claims[i] === 1
        ? sources[i].map((s, n) => t(n ? "who cites" : "citing", { name: this.index.sources[s] }))
        : [];
    return `${[title, ...chain].join(", ")}${chain.length ? "," : ""} ${t("says")}`;
  }

  /** The decision that changes how the event is to be read; empty if there is none. */
  statusNote(i: number): string {
    return this.isRejected(i)
      ? t("note.rejected")
      : this.flags[i] & DISPUTED
        ? t("note.disputed")
        : "";
  }

  /** Everything in one sentence, for screen readers and the tooltip. */
  sentence(i: number): string {
    const findings = this.findings(i).length;
    return [
      this.date(i),
      this.statusNote(i),
      this.correction(i),
      `${this.reportedBy(i)}: ${this.summary(i)}`,
      this.implied(i),
      findings ? count("findings", findings) : "",
    ]
      .filter(Boolean)
      .join(". ");
  }

  /** The first moment at which it can have happened; NaN if nothing is known. */
  anchor(i: number): number {
    for (const at of [this.start[i], this.end[i], this.earliest[i], this.latest[i]])
      if (!Number.isNaN(at)) return at;
    return NaN;
  }

  private measure(): [number, number] {
    let first = Infinity;
    let last = -Infinity;
    for (const column of [this.start, this.end]) {
      for (const at of column) {
        if (at < first) first = at;
        if (at > last) last = at;
      }
    }
    return first < last ? [first, last] : [0, 86_400];
  }
}
