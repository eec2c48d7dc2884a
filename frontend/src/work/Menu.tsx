// A button that opens a small panel: Escape and a click beside it close it, the focus goes back.

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

export function Menu({ label, name, children }: { label: ComponentChildren; name: string; children: (close: () => void) => ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    (box.current?.querySelector<HTMLElement>(".first") ?? box.current?.querySelector<HTMLElement>("input, button, a"))?.focus();
    const beside = (e: PointerEvent) => !(e.target as Element).closest(`#${CSS.escape(id)}, [aria-controls="${id}"]`) && setOpen(false);
    addEventListener("pointerdown", beside);
    return () => removeEventListener("pointerdown", beside);
  }, [open]);
  return (
    <div class={`menu ${name}`} onKeyDown={(e) => open && e.key === "Escape" && (e.stopPropagation(), close())}>
      <button type="button" class="tool" ref={button} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{label}</button>
      {open && <div class="panel" id={id} ref={box}>{children(close)}</div>}
    </div>
  );
}
