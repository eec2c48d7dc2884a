// Print takes the readable list, reduced to what the filter chooses, with every passage open.

import type { Events } from "./data/events";
import { count, number, t } from "./words";

export function preparePrint(events: Events, chosen: Int32Array, filter: string): () => void {
  const before = () => {
    const wanted = new Set(Array.from(chosen, (i) => `event-${events.id(i)}`));
    const items = document.querySelectorAll<HTMLElement>("#reading .event");
    items.forEach((item) => (item.hidden = !wanted.has(item.id)));
    const shown = [...items].filter((item) => !item.hidden).length;
    say(filter ? t("print.filter", { filter, n: number(shown), all: count("events", events.length) }) : "");
    document.querySelectorAll<HTMLDetailsElement>("#reading details").forEach((details) => (details.open = true));
  };
  addEventListener("beforeprint", before);
  return () => removeEventListener("beforeprint", before);
}

function say(words: string): void {
  let line = document.getElementById("print-filter");
  if (!line) {
    line = document.createElement("p");
    line.id = "print-filter";
    line.className = "note";
    document.querySelector("#reading .top")?.append(line);
  }
  line.textContent = words;
  line.hidden = !words;
}
