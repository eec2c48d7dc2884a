// The review queue: one item at a time, beside the list of open items.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useWorkspace } from "../views/context";
import { useStore } from "../state";
import { capital, checkName, count, number, t } from "../messages";
import { useWorkbench } from "./context";
import { ItemDecisions, ItemView } from "./ReviewItem";
import { arrows } from "./focus";
import { pressedLetter } from "./shortcuts";
import type { Item } from "./buildData";

const UNDATED = "undated";
const AROUND = 60; // items that the list shows before and after the one that is looked at

export function Review() {
  const workbench = useWorkbench("queue", "workspace", "session");
  const { item: itemKey } = useStore(workbench.store, ["item"]);
  const [kind, setKind] = useState("");
  const place = useRef(0);
  const left = workbench.openItems;
  const first = left.find((item) => item.key === itemKey);
  // An item reached from elsewhere, as by an undo, is shown within its own type.
  const chosen = first && !isOf(first, kind) ? (first.kind === UNDATED ? UNDATED : "") : kind;
  useEffect(() => setKind(chosen), [chosen]);
  const items = useMemo(
    () => left.filter((item) => isOf(item, chosen)),
    [chosen, workbench.queue, left.length],
  );
  const found = items.findIndex((item) => item.key === itemKey);
  // If the current item is gone, the next one takes its place.
  const at = found >= 0 ? found : Math.min(place.current, items.length - 1);
  place.current = Math.max(0, at);
  const item = items[at];
  const go = (to: number) => items[to] && workbench.store.set({ item: items[to].key });
  useSteps((by) => go(at + by));
  useFocus(item?.key ?? "");
  if (!workbench.queue)
    return (
      <main class="two">
        <p class="opening" role="status">
          {t("opening")}
        </p>
      </main>
    );
  return (
    <main class="two review">
      <section class="side-list" aria-label={t("review.left")}>
        <Kinds
          items={left}
          kind={chosen}
          choose={(kind) => {
            setKind(kind);
            workbench.store.set({ item: "" });
            place.current = 0;
          }}
        />
        <List items={items} at={at} go={go} />
      </section>
      <div class="single">
        {item ? (
          <>
            <div class="scrolls pane" tabIndex={0} role="region" aria-label={t("review.item")}>
              <p class="steps">
                <span class="kicker">
                  {t(`kind.${item.kind}`)}
                  {!["doubt", item.kind].includes(item.code) && ` · ${checkName(item.code)}`}
                </span>
                <span class="detail">
                  {t("review.place", { n: number(at + 1), all: number(items.length) })}
                </span>
                <button
                  type="button"
                  class="tool"
                  disabled={at === 0}
                  onClick={() => go(at - 1)}
                  aria-keyshortcuts="p"
                >
                  {t("previous")}
                </button>
                <button
                  type="button"
                  class="tool"
                  disabled={at === items.length - 1}
                  onClick={() => go(at + 1)}
                  aria-keyshortcuts="n"
                >
                  {t("next")}
                </button>
              </p>
              <ItemView item={item} key={item.key} />
            </div>
            {workbench.canDecide && <ItemDecisions item={item} key={item.key} />}
          </>
        ) : (
          <Done undated={left.length} look={() => setKind(UNDATED)} />
        )}
      </div>
    </main>
  );
}

/**
 * Whether an item belongs to a type. Undated events may stay undated, so they are left out by
 * default.
 */
function isOf(item: Item, kind: string): boolean {
  return kind ? item.kind === kind : item.kind !== UNDATED;
}

/** The number of items to review. */
export function itemsToReview(items: Item[]): number {
  return items.filter((item) => isOf(item, "")).length;
}

function Done({ undated, look }: { undated: number; look: () => void }) {
  const workbench = useWorkbench();
  const { events } = useWorkspace();
  return (
    <div class="done">
      <h2>{t("review.done")}</h2>
      <p class="note">{t(events.length ? "review.done.note" : "review.nothing")}</p>
      <p class="buttons">
        {undated > 0 && (
          <button type="button" class="tool" onClick={look}>
            {count("review.undated", undated)}
          </button>
        )}
        <button type="button" class="tool" onClick={() => workbench.go("chronology")}>
          {t("section.chronology")}
        </button>
      </p>
    </div>
  );
}

function Kinds({
  items,
  kind,
  choose,
}: {
  items: Item[];
  kind: string;
  choose: (kind: string) => void;
}) {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  return (
    <ul class="chips kinds" aria-label={t("review.kinds")}>
      <li>
        <button
          type="button"
          class={`chip${kind ? "" : " on"}`}
          aria-pressed={!kind}
          onClick={() => choose("")}
        >
          {t("review.all")} <span class="n">{number(itemsToReview(items))}</span>
        </button>
      </li>
      {[...counts].map(([name, n]) => (
        <li key={name}>
          <button
            type="button"
            class={`chip${kind === name ? " on" : ""}`}
            aria-pressed={kind === name}
            onClick={() => choose(kind === name ? "" : name)}
          >
            {t(`kind.${name}`)} <span class="n">{number(n)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function List({ items, at, go }: { items: Item[]; at: number; go: (to: number) => void }) {
  const workbench = useWorkbench("queue");
  const { events } = useWorkspace();
  const box = useRef<HTMLOListElement>(null);
  const titles = useMemo(
    () => new Map(events.index.documents.map((d) => [d.id, d.title])),
    [events],
  );
  const first = Math.max(0, at - AROUND);
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>("[aria-current]");
    const frame = box.current;
    if (!row || !frame) return;
    if (
      row.offsetTop < frame.scrollTop ||
      row.offsetTop + row.offsetHeight > frame.scrollTop + frame.clientHeight
    )
      frame.scrollTop = row.offsetTop - frame.clientHeight / 3;
  }, [at, items]);
  return (
    <ol class="queue scrolls" ref={box} start={first + 1} tabIndex={-1} onKeyDown={arrows}>
      {items.slice(first, at + AROUND).map((item, n) => (
        <li key={item.key}>
          <button
            type="button"
            class="queued"
            tabIndex={first + n === at ? 0 : -1}
            aria-current={first + n === at || undefined}
            onClick={() => go(first + n)}
          >
            <span class="kicker">
              {item.kind === "finding" ? capital(checkName(item.code)) : t(`kind.${item.kind}`)}
              {workbench.hasDraft(`item ${item.key}`) && <strong> · {t("review.begun")}</strong>}
            </span>
            <span class="message">{item.message}</span>
            {item.events.length === 0 && item.document && (
              <span class="detail">{titles.get(item.document)}</span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}

function useSteps(step: (by: number) => void): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const handler = (e: KeyboardEvent) => {
      const by = document.querySelector("dialog[open]")
        ? 0
        : ({ n: 1, p: -1 }[pressedLetter(e)] ?? 0);
      if (!by) return;
      e.preventDefault();
      latest.current(by);
    };
    addEventListener("keydown", handler);
    return () => removeEventListener("keydown", handler);
  }, []);
}

/** Moves the focus to the heading when the item changes. */
function useFocus(key: string): void {
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    const heading = document.querySelector<HTMLElement>(".review .item h2, .review .done h2");
    const list = document.activeElement?.closest(".queue");
    heading?.closest(".scrolls")?.scrollTo(0, 0);
    if (!list) heading?.focus({ preventScroll: true });
  }, [key]);
}
