// The server's event stream: what other people do.  A stream that breaks off is opened again.

import type { Working } from "./api";

const PAUSE = 3000; // milliseconds before a stream that the browser has given up is opened again

/** What happens in the case, each with what the server says about it. */
export interface Listener {
  opened(): void;
  lost(): void;
  decided(who: string, says: string): void;
  working(working: Working): void;
  built(): void;
  problem(message: string): void;
}

/** Opens the stream; the function returned closes it. */
export function listen(listener: Listener): () => void {
  let stream: EventSource;
  let timer = 0;
  const begin = () => {
    stream = new EventSource("/api/changes");
    const on = <T>(name: string, handle: (data: T) => void) =>
      stream.addEventListener(name, (e) =>
        handle(JSON.parse((e as MessageEvent<string>).data) as T),
      );
    stream.onopen = () => listener.opened();
    stream.onerror = () => {
      listener.lost();
      if (stream.readyState === EventSource.CLOSED) timer = window.setTimeout(begin, PAUSE);
    };
    on<{ who: string; says: string }>("decided", ({ who, says }) => listener.decided(who, says));
    on<Working>("working", (working) => listener.working(working));
    on("built", () => listener.built());
    on<{ message: string }>("problem", ({ message }) => listener.problem(message));
  };
  begin();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
