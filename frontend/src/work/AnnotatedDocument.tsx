// A document to read and annotate: words selected with the mouse or the keyboard become a claim.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { slice } from "../data/codepoints";
import type { Claim, Document, Span } from "../data/model";
import { Lines, type EventMark } from "../views/DocumentView";
import { loadClaims, loadDocument, useWorkspace, useLoaded } from "../views/context";
import { useStore } from "../state";
import { fold, t } from "../messages";
import { useWorkbench } from "./context";
import { DateField } from "./DateField";
import { isDate } from "./edtf";
import { rangeOf, selectedSpan, wordsOf } from "./textSelection";

export function AnnotatedDocument({ id }: { id: string }) {
  const workbench = useWorkbench("session");
  const workspace = useWorkspace();
  const { event } = useStore(workspace.store, ["event"]);
  const document = useLoaded(() => loadDocument(workspace, id), [id]);
  const claims = useLoaded(() => loadClaims(workspace, id), [id]);
  const [chosen, setChosen] = useState<Span | null>(null);
  const marks = useMemo(
    () => (claims ?? []).map(({ claim, event: id }) => ({ span: claim.span, event: id })),
    [claims],
  );
  if (!document || !claims)
    return (
      <p class="detail" role="status">
        {t("opening")}
      </p>
    );
  return (
    <>
      <Text
        document={document}
        marks={marks}
        now={event}
        chosen={chosen}
        choose={workbench.canDecide ? setChosen : () => {}}
      />
      {chosen && (
        <ClaimForm
          key={chosen.join()}
          document={document}
          span={chosen}
          date={dateIn(chosen, claims)}
          done={() => setChosen(null)}
        />
      )}
    </>
  );
}

interface TextProps {
  document: Document;
  marks: EventMark[];
  now: string | null;
  chosen: Span | null;
  choose: (span: Span | null) => void;
}

function Text({ document, marks, now, chosen, choose }: TextProps) {
  const workbench = useWorkbench("session");
  const body = useRef<HTMLDivElement>(null);
  useTouch(body, document, choose);
  useShown(body, `${document.id} ${now}`, marks);
  useHighlight(body, chosen, marks);
  const take = () => {
    const span = selectedSpan(body.current!, document.text);
    if (span) choose(span);
  };
  // Chromium drops a selection that starts before a focusable mark: marks are not focusable while
  // the mouse button is down.
  const down = (e: PointerEvent) => {
    const mark = (e.target as Element).closest("[role=link]");
    const index = mark?.getAttribute("tabindex");
    if (!mark || !index) return;
    mark.removeAttribute("tabindex");
    for (const name of ["pointerup", "pointercancel"])
      addEventListener(name, () => mark.setAttribute("tabindex", index), {
        once: true,
        capture: true,
      });
  };
  // Selecting across a marked passage means its words, not its event.
  const quiet = (e: MouseEvent) => {
    if (e.detail === 0 || !selectedSpan(body.current!, document.text)) return;
    e.preventDefault();
    e.stopPropagation();
  };
  const keys = useWordKeys(body, document, chosen, choose);
  return (
    <>
      {workbench.canDecide && (
        <p class="detail" id="mark-keys">
          {t(chosen ? "mark.chosen" : "mark.keys")}
        </p>
      )}
      <div
        class="text"
        ref={body}
        tabIndex={0}
        role="document"
        aria-label={t("document")}
        aria-describedby="mark-keys"
        data-own-keys
        onPointerDownCapture={down}
        onPointerUp={() => setTimeout(take)}
        onClickCapture={quiet}
        onKeyDown={keys}
      >
        <Lines document={document} marks={marks} now={now} free />
      </div>
    </>
  );
}

/** Scrolls to the mark of the selected event, once. */
function useShown(body: { current: HTMLElement | null }, what: string, marks: EventMark[]): void {
  const shown = useRef("");
  useEffect(() => {
    const mark = body.current?.querySelector("mark.now");
    if (!mark || shown.current === what) return;
    shown.current = what;
    mark.scrollIntoView({ block: "center" });
  }, [what, marks]);
}

const SETTLED = 600; // milliseconds without a change before a selection by touch is taken

/** On a touch screen, handles move the selection and no other event reports it. */
function useTouch(
  body: { current: HTMLElement | null },
  of: Document,
  choose: (span: Span | null) => void,
): void {
  useEffect(() => {
    if (!matchMedia("(pointer: coarse)").matches) return;
    let timer = 0;
    const changed = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const span = body.current && selectedSpan(body.current, of.text);
        if (span) choose(span);
      }, SETTLED);
    };
    document.addEventListener("selectionchange", changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", changed);
    };
  }, [of]);
}

/**
 * Highlights the selected words, as the browser's own selection ends when a form field gets the
 * focus.
 */
function useHighlight(
  body: { current: HTMLElement | null },
  chosen: Span | null,
  marks: EventMark[],
): void {
  useEffect(() => {
    if (!("highlights" in CSS)) return;
    const range = chosen && rangeOf(body.current!, chosen);
    if (range) CSS.highlights.set("chosen", new Highlight(range));
    return () => void CSS.highlights.delete("chosen");
  }, [chosen, marks]);
}

/** Arrow keys move by word and line, Shift extends the selection, Enter opens the form. */
function useWordKeys(
  body: { current: HTMLElement | null },
  document: Document,
  chosen: Span | null,
  choose: (span: Span | null) => void,
) {
  const words = useMemo(() => wordsOf(document.text, [0, [...document.text].length]), [document]);
  const ends = useRef<[anchor: number, focus: number]>([-1, -1]);
  const lineOf = (n: number) => slice(document.text, 0, words[n][0]).split("\n").length;
  const step = (key: string, at: number): number => {
    if (key === "ArrowRight") return at + 1;
    if (key === "ArrowLeft") return at - 1;
    const [line, by] = [lineOf(at), key === "ArrowDown" ? 1 : -1];
    let n = at;
    while (words[n + by] && lineOf(n + by) === line) n += by;
    n += by;
    if (by > 0 || !words[n]) return n;
    const above = lineOf(n);
    while (words[n - 1] && lineOf(n - 1) === above) n--;
    return n;
  };
  return (e: KeyboardEvent) => {
    if (
      e.ctrlKey ||
      e.metaKey ||
      e.altKey ||
      !words.length ||
      (e.target !== body.current && e.key !== "Escape")
    )
      return;
    if (e.key === "Enter" && chosen)
      window.document.querySelector<HTMLElement>(".claim-form input")?.focus();
    else if (e.key === "Escape" && chosen) choose(null);
    else if (e.key.startsWith("Arrow")) {
      const start = chosen ? ends.current : [-1, -1];
      const to =
        start[1] < 0
          ? firstInSight(body.current!, words)
          : Math.max(0, Math.min(words.length - 1, step(e.key, start[1])));
      ends.current = [e.shiftKey && start[0] >= 0 ? start[0] : to, to];
      const [first, last] = [Math.min(...ends.current), Math.max(...ends.current)];
      choose([words[first][0], words[last][1]]);
      show(body.current!, words[to]);
    } else return;
    e.preventDefault();
    e.stopPropagation();
  };
}

function show(body: HTMLElement, word: Span): void {
  const place = rangeOf(body, word)?.getBoundingClientRect();
  const frame = body.closest(".pane")?.getBoundingClientRect();
  if (place && frame && (place.top < frame.top + 40 || place.bottom > frame.bottom - 40))
    body.closest(".pane")!.scrollBy(0, place.top - (frame.top + frame.height / 2));
}

function firstInSight(body: HTMLElement, words: Span[]): number {
  const top = body.closest(".pane")?.getBoundingClientRect().top ?? 0;
  const line = [...body.querySelectorAll<HTMLElement>("[data-from]")].find(
    (p) => p.getBoundingClientRect().bottom > top + 8,
  );
  const from = Number(line?.dataset.from ?? 0);
  return Math.max(
    0,
    words.findIndex(([start]) => start >= from),
  );
}

/** The date that was read in the selected words, if there is one. */
function dateIn([start, end]: Span, claims: { claim: Claim }[]): string {
  const dates = new Set(
    claims
      .map(({ claim }) => claim.when)
      .flatMap(({ span, edtf }) =>
        span && edtf !== "unknown" && start <= span[0] && span[1] <= end ? [edtf] : [],
      ),
  );
  return dates.size === 1 ? [...dates][0] : "";
}

/** The form for a new claim: its date, and the words that describe the event. */
function ClaimForm({
  document,
  span,
  date: read,
  done,
}: {
  document: Document;
  span: Span;
  date: string;
  done: () => void;
}) {
  const workbench = useWorkbench();
  const [date, setDate] = useState(read);
  const [why, setWhy] = useState("");
  const [predicate, setPredicate] = useState<Span | null>(null);
  const send = (e: Event) => {
    e.preventDefault();
    if (date && !isDate(date)) return;
    void workbench.decide({
      act: "claim",
      document: document.id,
      span,
      why,
      ...(predicate && { predicate }),
      ...(date && { value: date }),
    });
    done();
  };
  return (
    <form
      class="claim-form"
      onSubmit={send}
      onKeyDown={(e) => e.key === "Escape" && (e.stopPropagation(), done())}
      aria-label={t("mark.form")}
    >
      <p class="quoted">
        <q>{fold(slice(document.text, ...span))}</q>
      </p>
      <Predicate document={document} span={span} chosen={predicate} choose={setPredicate} />
      <div class="pair">
        <DateField label={t("mark.date")} value={date} change={setDate} />
        <label class="labelled">
          {t("why")}{" "}
          <input
            value={why}
            maxLength={2000}
            placeholder={t("why.hint")}
            onInput={(e) => setWhy(e.currentTarget.value)}
          />
        </label>
      </div>
      <p class="buttons">
        <button type="submit" class="tool first" disabled={date !== "" && !isDate(date)}>
          {t("mark.keep")}
        </button>
        <button type="button" class="tool" onClick={done}>
          {t("cancel")}
        </button>
      </p>
    </form>
  );
}

/** Selection word by word: the first press starts it, the next one extends it. */
function Predicate({
  document,
  span,
  chosen,
  choose,
}: {
  document: Document;
  span: Span;
  chosen: Span | null;
  choose: (span: Span | null) => void;
}) {
  const words = useMemo(() => wordsOf(document.text, span), [document, span]);
  const press = (word: Span) => {
    const isOnly = chosen && chosen[0] === word[0] && chosen[1] === word[1];
    if (isOnly) choose(null);
    else choose(chosen && word[0] >= chosen[0] ? [chosen[0], word[1]] : word);
  };
  return (
    <fieldset class="predicate">
      <legend>{t("mark.predicate")}</legend>
      {words.slice(0, 60).map((word) => {
        const on = chosen !== null && chosen[0] <= word[0] && word[1] <= chosen[1];
        return (
          <button
            type="button"
            key={word[0]}
            class={`chip${on ? " on" : ""}`}
            aria-pressed={on}
            onClick={() => press(word)}
          >
            {slice(document.text, ...word)}
          </button>
        );
      })}
    </fieldset>
  );
}
