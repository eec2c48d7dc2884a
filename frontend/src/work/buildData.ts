// The data source of the workbench: the blocks of one build, loaded when needed.

import type { Document, Event, Index, Link, Span } from "../data/model";
import type { DataSource } from "../data/source";
import { ApiError, type Api } from "./api";
import type { EvidenceSummary } from "./evidence";

export interface Mention {
  document: string;
  span: Span;
}

export interface Actor {
  id: string;
  name: string;
  kind: string;
  aliases: string[];
  groups: string[];
  mentions: Mention[];
}

/** A decision ready to send, and its button's label; `value` null if the user has to give it. */
export interface ProposedDecision {
  act: string;
  value: string | null;
  says: string;
  claims?: string[][];
  mentions?: Mention[][];
  document?: string | null;
  span?: Span | null;
}

/** One item of the review queue. */
export interface Item {
  key: string;
  kind: string;
  code: string;
  message: string;
  because: string[];
  events: string[];
  claims: string[];
  actors: string[];
  mentions: Mention[];
  document: string | null;
  span: Span | null;
  proposal: Record<string, unknown> | null;
  acts: ProposedDecision[];
}

const PAUSE = 1500; // milliseconds before a server that can't be reached is asked again

export class BuildData implements DataSource {
  private blocks = new Map<string, Promise<unknown>>();
  /** Called when another build has replaced this one. */
  onReplaced: () => void = () => {};

  constructor(
    private api: Api,
    readonly built: string,
  ) {}

  index = () => this.read<Index>("index");
  events = (block: number) => this.read<Event[]>(`events-${block}`);
  documents = (block: number) => this.read<Document[]>(`documents-${block}`);
  links = () => this.read<Link[]>("links");
  actors = () => this.read<Actor[]>("actors");
  grounds = () => this.read<EvidenceSummary>("grounds");
  queue = () => this.read<Item[]>("queue");

  async whole(): Promise<Blob> {
    return new Blob([JSON.stringify(await this.api.get("/api/export/json"))], {
      type: "application/json",
    });
  }

  private read<T>(name: string): Promise<T> {
    if (!this.blocks.has(name)) this.blocks.set(name, this.fetch(name));
    return this.blocks.get(name) as Promise<T>;
  }

  private async fetch(name: string): Promise<unknown> {
    for (;;) {
      try {
        return await this.api.get(`/api/built/${encodeURIComponent(this.built)}/${name}`);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.status === 410) this.onReplaced();
        // The view that asked gets the next build's data, or the next session's.
        if (error.status === 410 || error.status === 401) return new Promise(() => {});
        await new Promise((done) => setTimeout(done, PAUSE));
      }
    }
  }
}
