// What others do, as the server tells it: the browser's own stream of events, taken up again when it breaks.

import { t } from "../words";
import type { Working } from "./api";
import type { Bench } from "./bench";

const PAUSE = 3000; // milliseconds before a stream that the browser has given up is asked for again

/** Begins to listen; what is returned ends it. */
export function listen(bench: Bench): () => void {
  let stream: EventSource;
  let timer = 0;
  const begin = () => {
    stream = new EventSource("/api/changes");
    const on = <T>(name: string, heard: (data: T) => void) => stream.addEventListener(name, (e) => heard(JSON.parse((e as MessageEvent<string>).data) as T));
    stream.onopen = () => {
      bench.connect(true);
      void bench.sync();
    };
    stream.onerror = () => {
      bench.connect(false);
      if (stream.readyState === EventSource.CLOSED) timer = window.setTimeout(begin, PAUSE);
    };
    on<{ who: string; says: string }>("decided", ({ who, says }) => {
      if (who !== bench.who) bench.hearOf(t("news", { who, says }));
      bench.tell("log");
      void bench.sync();
    });
    on<Working>("working", (working) => bench.show(working));
    on("built", () => void bench.sync());
    on<{ message: string }>("problem", ({ message }) => {
      bench.say({ words: message, problem: true });
      void bench.sync();
    });
  };
  begin();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
