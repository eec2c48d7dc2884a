// Where the views get their data: the page reads blocks inside its own file, a workbench can ask its server for the same.

import type { Document, Event, Index, Link } from "./model";

export interface DataSource {
  index(): Promise<Index>;
  /** Events of one block, in the index's order. */
  events(block: number): Promise<Event[]>;
  /** Documents of one block, with their texts. */
  documents(block: number): Promise<Document[]>;
  links(): Promise<Link[]>;
  /** The whole of it in the interchange form, for those who want to take it with them. */
  whole(): Promise<Blob>;
}
