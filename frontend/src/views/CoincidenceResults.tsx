// Coincidence tests as the readable list shows them: the text and pictures made by the server or
// CLI.

import { useEffect, useReducer, useRef } from "preact/hooks";

const section = () => document.querySelector("#reading #coincidence");

/** Whether there are any test results; known once the browser has parsed the whole page. */
export function useHasResults(): boolean {
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
  useEffect(() => {
    const read = () => redraw();
    if (document.readyState === "loading")
      addEventListener("DOMContentLoaded", read, { once: true });
    else read();
    return () => removeEventListener("DOMContentLoaded", read);
  }, []);
  return section() !== null;
}

export function CoincidenceResults() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const copy = section()!.cloneNode(true) as Element;
    for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
    copy.removeAttribute("aria-labelledby");
    place.current!.replaceChildren(...copy.childNodes);
  }, []);
  return <div class="coincidence" ref={place} tabIndex={0} />;
}
