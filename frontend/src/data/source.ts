// Where views get their data: the page from blocks inside its own file, the workbench from its
// server.

import type { Document, Event, Index, Link } from "./model";

export interface DataSource {
  index(): Promise<Index>;
  /** The events of one block, in the index's order. */
  events(block: number): Promise<Event[]>;
  /** The documents of one block, with their texts. */
  documents(block: number): Promise<Document[]>;
  links(): Promise<Link[]>;
  /** Everything in the interchange form, for downloading. */
  whole(): Promise<Blob>;
}
