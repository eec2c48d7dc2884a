// What every view is given.

import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Events } from "../data/events";
import type { Claim, Document, Event, Link } from "../data/model";
import type { DataSource } from "../data/source";
import type { Store } from "../state";

export interface Workspace {
  source: DataSource;
  events: Events;
  store: Store;
  extensions?: Extensions;
}

/** What the workbench adds to the views; the page adds nothing. */
export interface Extensions {
  event(event: Event): ComponentChildren;
  claim(claim: Claim, event: Event): ComponentChildren;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  return useContext(WorkspaceContext)!;
}

/**
 * The value of a promise, null until it settles. A result that arrives too late is dropped. When a
 * new build replaces the old one, the old value stays until the new one arrives.
 */
export function useLoaded<T>(load: () => Promise<T>, keys: unknown[]): T | null {
  const { events } = useWorkspace();
  const [loaded, set] = useState<{ keys: unknown[]; value: T } | null>(null);
  useEffect(() => {
    let active = true;
    load().then((value) => active && set({ keys, value }));
    return () => {
      active = false;
    };
  }, [...keys, events]);
  return loaded && loaded.keys.every((key, n) => key === keys[n]) ? loaded.value : null;
}

export async function loadEvent({ source, events }: Workspace, id: string): Promise<Event | null> {
  const place = events.place(id);
  if (place < 0) return null;
  const size = events.index.eventsABlock;
  return (await source.events(Math.floor(place / size)))[place % size];
}

export async function loadDocument(
  { source, events }: Workspace,
  id: string,
): Promise<Document | null> {
  const row = events.index.documents.find((d) => d.id === id);
  return row ? ((await source.documents(row.block)).find((d) => d.id === id) ?? null) : null;
}

/** The claims that a document makes, in its order. */
export async function loadClaims(
  { source, events }: Workspace,
  id: string,
): Promise<{ claim: Claim; event: string }[]> {
  const { index } = events;
  const row = index.documents.findIndex((d) => d.id === id);
  const blocks = new Set<number>();
  for (let i = 0; i < events.length; i++)
    if (index.events.documents[i].includes(row)) blocks.add(Math.floor(i / index.eventsABlock));
  const read = await Promise.all([...blocks].map((block) => source.events(block)));
  const claims = read
    .flat()
    .flatMap((event) =>
      event.claims.filter((c) => c.document === id).map((claim) => ({ claim, event: event.id })),
    );
  return claims.sort(
    (a, b) => a.claim.span[0] - b.claim.span[0] || a.claim.span[1] - b.claim.span[1],
  );
}

export async function loadLinks({ source }: Workspace, id: string): Promise<Link[]> {
  return (await source.links()).filter((link) => link.from === id || link.to === id);
}
