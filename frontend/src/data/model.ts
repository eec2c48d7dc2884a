// The interchange form (docs/chronology.md) as far as the views use it, and the index.

export type Span = [number, number];

export interface When {
  edtf: string;
  earliest: string | null;
  latest: string | null;
  precision: string;
  basis: "stated" | "relative" | "inherited" | "corrected" | "unknown";
  text: string | null;
  span: Span | null;
}

export interface Source {
  name: string;
  actor: string | null;
  span: Span;
  cue: Span | null;
  content: Span | null;
}

export interface Claim {
  id: string;
  document: string;
  span: Span;
  quote: string;
  predicate: Span;
  when: When;
  place: string | null;
  sources: Source[];
  hedges: Span[];
  polarity: "+" | "-";
  certainty: "certain" | "probable" | "possible";
  planned: boolean;
  quantities: { span: Span; text: string; bound: string }[];
  citations: string[];
}

export interface Event {
  id: string;
  kind: string;
  summary: string;
  when: When;
  place: string | null;
  actors: { actor: string; role: string }[];
  status: "proposed" | "accepted" | "rejected" | "disputed";
  claims: Claim[];
  corroboration: { independent: number; documents: number; because?: string[] };
  differences?: Difference[];
}

export interface Difference {
  aspect: "when" | "who" | "how many" | "where" | "whether";
  kind: "finer" | "update" | "contradiction";
  sides: { said: string; claims: string[] }[];
}

export interface Document {
  id: string;
  path: string;
  title: string;
  published: string | null;
  text: string;
  locations: { span: Span; page?: number; line?: number; element?: string }[];
}

export interface Link {
  from: string;
  relation: string;
  to: string;
  min: number | null;
  max: number | null;
  unit: string | null;
  basis: "stated" | "implied";
  document: string | null;
  span: Span | null;
}

export interface Finding {
  code: string;
  severity: "error" | "warning" | "note";
  message: string;
  events: string[];
  claims: string[];
  document: string | null;
  span: Span | null;
  because: string[];
  proposed: string | null; // the proposal in words
}

export interface DocumentRow {
  id: string;
  title: string;
  path: string;
  published: string; // as text, with how it was found
  kind: string;
  hash: string;
  events: number;
  block: number;
  headings: Span[]; // without their markup
}

/** An EDTF value, its text, its first second and the second after its last; null if open. */
export type DateRow = [edtf: string, words: string, start: number | null, end: number | null];

export interface Index {
  title: string;
  words: Record<string, string>;
  months: string[];
  eventsABlock: number;
  groups: Record<string, string[]>;
  contacts: string[]; // the kinds of event that count as contact
  documents: DocumentRow[];
  actors: [id: string, name: string, kind: string, aliases: string[]][];
  findings: Finding[];
  kinds: string[];
  sources: string[];
  places: string[];
  dates: DateRow[];
  implied: string[];
  corrections: string[]; // notes on dates that a person corrected
  events: {
    id: string[];
    summary: string[];
    kind: number[];
    place: number[];
    when: number[];
    earliest: (number | null)[];
    latest: (number | null)[];
    implied: number[];
    corrections: number[];
    actors: number[][];
    documents: number[][];
    sources: number[][];
    claims: number[];
    flags: number[];
    /** The place of the main event of the sentence; an event's own where it is the main one. */
    main: number[];
    /** The rank of the event's entry from 1; 0 for a rejected event. */
    rank: number[];
  };
}

// What an event's claims say, as bits written by exports/page_data.py.
export const DENIED = 1;
export const AFFIRMED = 2;
export const PLANNED = 4;
export const CERTAIN = 8;
export const PROBABLE = 16;
export const POSSIBLE = 32;
export const HEDGED = 64;
export const ABOUT = 128;
export const DOUBTED = 256;
export const VERSIONS = 512;
export const ACCEPTED = 1024;
export const REJECTED = 2048;
export const DISPUTED = 4096;
