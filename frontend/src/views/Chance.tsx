// What was asked about coincidence: the words and pictures of the readable list, which were made where the counting is done.

import { useEffect, useRef } from "preact/hooks";

const section = () => document.querySelector("#reading #chance");

export function hasChance(): boolean {
  return section() !== null;
}

export function Chance() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const copy = section()!.cloneNode(true) as Element;
    for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
    copy.removeAttribute("aria-labelledby");
    place.current!.replaceChildren(...copy.childNodes);
  }, []);
  return <div class="chance" ref={place} tabIndex={0} />;
}
