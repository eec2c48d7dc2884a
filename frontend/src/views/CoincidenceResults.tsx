// What was asked about coincidence: the words and pictures of the readable list, which were made where the counting is done.

import { useEffect, useReducer, useRef } from "preact/hooks";

const section = () => document.querySelector("#reading #chance");

/** Whether anything was asked; known once the browser has read the page to its end, which is after the first drawing. */
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
  return <div class="chance" ref={place} tabIndex={0} />;
}
