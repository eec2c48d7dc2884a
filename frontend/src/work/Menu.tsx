// A button that opens a small panel. Escape, a click outside and Tab close it; the focus returns.

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

export function Menu({
  label,
  name,
  children,
}: {
  label: ComponentChildren;
  name: string;
  children: (close: () => void) => ComponentChildren;
}) {
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
    (
      box.current?.querySelector<HTMLElement>(".first") ??
      box.current?.querySelector<HTMLElement>("input, button, a")
    )?.focus();
    const beside = (e: PointerEvent) =>
      !(e.target as Element).closest(`#${CSS.escape(id)}, [aria-controls="${id}"]`) &&
      setOpen(false);
    const escape = (e: KeyboardEvent) => e.key === "Escape" && !e.defaultPrevented && close();
    addEventListener("pointerdown", beside);
    addEventListener("keydown", escape);
    return () => {
      removeEventListener("pointerdown", beside);
      removeEventListener("keydown", escape);
    };
  }, [open]);
  const left = (e: FocusEvent) => {
    if (e.relatedTarget && !(e.currentTarget as Element).contains(e.relatedTarget as Element))
      setOpen(false);
  };
  return (
    <div
      class={`menu ${name}`}
      onFocusOut={left}
      onKeyDown={(e) => open && e.key === "Escape" && (e.stopPropagation(), close())}
    >
      <button
        type="button"
        class="tool"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div class="panel" id={id} ref={box}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
