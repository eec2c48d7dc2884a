// Printing takes the readable list, reduced to what the filter matches, with every passage open.

import type { Events } from "./data/events";
import type { Picture } from "./timeline/canvas";
import { count, number, t } from "./messages";

const [WIDTH, HEIGHT] = [760, 640]; // pixels of the picture on paper

export function preparePrint(
  events: Events,
  chosen: Int32Array,
  filter: string,
  picture: () => Picture | null,
): () => void {
  const before = () => {
    const included = new Set(Array.from(chosen, (i) => `event-${events.id(i)}`));
    const items = document.querySelectorAll<HTMLElement>("#reading .event");
    items.forEach((item) => (item.hidden = !included.has(item.id)));
    const shown = [...items].filter(
      (item) => !item.hidden && !item.classList.contains("rejected"),
    ).length;
    say(
      filter
        ? t("print.filter", { filter, n: number(shown), all: count("events", events.counted) })
        : "",
    );
    draw(picture());
    document
      .querySelectorAll<HTMLDetailsElement>("#reading details")
      .forEach((details) => (details.open = true));
  };
  addEventListener("beforeprint", before);
  return () => removeEventListener("beforeprint", before);
}

/** The current picture in colours for paper. */
function draw(picture: Picture | null): void {
  document.getElementById("print-picture")?.remove();
  if (!picture) return;
  const canvas = document.createElement("canvas");
  canvas.id = "print-picture";
  canvas.setAttribute("aria-hidden", "true");
  document.querySelector("#reading .top")?.after(canvas);
  picture.copy(canvas, WIDTH, HEIGHT);
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
