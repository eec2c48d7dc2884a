// The data source of the page: inert script elements, plain JSON or gzip.

import type { DataSource } from "./source";
import type { Document, Event, Index, Link } from "./model";

export class Embedded implements DataSource {
  private blocks = new Map<string, Promise<unknown>>();

  index = () => this.read<Index>("index");
  events = (block: number) => this.read<Event[]>(`events-${block}`);
  documents = (block: number) => this.read<Document[]>(`documents-${block}`);
  links = () => this.read<Link[]>("links");

  async whole(): Promise<Blob> {
    const index = await this.index();
    const [documents, actors, events, links] = await Promise.all([
      this.all("documents"),
      this.read("actors"),
      this.all("events"),
      this.links(),
    ]);
    const findings = index.findings.map(({ proposed: _, ...finding }) => finding);
    const whole = {
      format: "seriatim-chronology",
      version: 1,
      case: { title: index.title, groups: index.groups },
      documents,
      actors,
      events,
      links,
      findings,
    };
    return new Blob([JSON.stringify(whole, null, 2)], { type: "application/json" });
  }

  private async all(name: string): Promise<unknown[]> {
    await whole();
    const blocks: Promise<unknown[]>[] = [];
    while (document.getElementById(`data-${name}-${blocks.length}`))
      blocks.push(this.read(`${name}-${blocks.length}`));
    return (await Promise.all(blocks)).flat();
  }

  private read<T>(name: string): Promise<T> {
    if (!this.blocks.has(name)) this.blocks.set(name, unpack(name));
    return this.blocks.get(name) as Promise<T>;
  }
}

async function unpack(name: string): Promise<unknown> {
  // The index precedes the script; of later blocks the browser may have parsed only a part.
  if (name !== "index") await whole();
  const element = document.getElementById(`data-${name}`);
  if (!element) throw new Error(`no block ${name}`);
  const text = element.textContent;
  return element.getAttribute("type") === "application/gzip"
    ? JSON.parse(await inflate(text))
    : JSON.parse(text);
}

/** Resolves when the browser has parsed the whole page. */
function whole(): Promise<unknown> {
  return document.readyState === "loading"
    ? new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }))
    : Promise.resolve();
}

async function inflate(base64: string): Promise<string> {
  const stream = new Blob([fromBase64(base64)])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const native = (
    Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }
  ).fromBase64;
  if (native) return native.call(Uint8Array, base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
