// The evidence summary as the server sends it.

export interface Quoted {
  quote: string;
  document: string;
  says: string;
}

export interface EventLine {
  event: string;
  when: string;
  summary: string;
}

export interface EvidencedEvent extends EventLine {
  told: string;
  words: Quoted[];
  missing: string[];
  settles: string;
}

export interface EvidenceSummary {
  counts: Record<string, number>;
  documents: { document: string; claims: number; dated: boolean }[];
  undated: string[];
  ties: { says: string; events: number }[];
  cited: { name: string; claims: number; documents: number; named: boolean }[];
  absent: { url: string; claims: number; event: string; words: Quoted }[];
  best: EvidencedEvent[];
  least: EvidencedEvent[];
  missing: { what: string; says: string; all: number; events: EventLine[] }[];
}
