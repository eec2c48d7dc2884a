// A question about coincidence, in three steps: which events, what has to be known of them, the answer.

import { useEffect, useRef, useState } from "preact/hooks";
import { count, t } from "../words";
import { Answered, sayQuestion, type Answer } from "./Answered";
import { ApiError } from "./api";
import { useBench } from "./context";
import { Row, useChosen, type Chosen } from "./Row";

interface Open {
  field: string;
  says: string;
  choices: string[];
}

interface Asked {
  question: string;
  questions: Open[];
  answer: Answer | null;
}

type Form = Record<string, string>;
const START: Form = { of: "", after: "", amount: "7", unit: "d" };
const UNITS = ["min", "h", "d", "w"];

// What was begun stays while one looks at the events in another room.
let begun: Form = START;

export function Ask() {
  const bench = useBench("desk", "session");
  const [earlier, setEarlier] = useState<Answer[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    bench.api.get<Answer[]>("/api/coincidences").then(setEarlier, (error) => bench.fail(error));
  }, [bench.desk]);
  const others = earlier.filter((one) => one.question !== answer?.question);
  return (
    <main class="reads ask scrolls" tabIndex={-1}>
      <h2>{t("chance")}</h2>
      <p class="note">{t("ask.note")}</p>
      <Question answer={answer} answered={setAnswer} />
      {others.length > 0 && <h3>{t("ask.earlier")}</h3>}
      {others.map((one) => (
        <Answered key={one.question} answer={one} />
      ))}
    </main>
  );
}

function Question({
  answer,
  answered,
}: {
  answer: Answer | null;
  answered: (answer: Answer | null) => void;
}) {
  const bench = useBench("session");
  const [form, setForm] = useState<Form>(begun);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const box = useRef<HTMLFormElement>(null);
  // The button of a step goes with the step: what it led to is read on.
  const read = (selector: string) => box.current!.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => (asked ? read(".open-question select") : undefined), [asked]);
  useEffect(() => (answer ? read(".answer") : undefined), [answer]);
  const [of, after] = [useChosen(form.of), useChosen(form.after)];
  const change = (field: string, value: string) => {
    begun = { ...form, [field]: value };
    setForm(begun);
    // Another question has other questions, and another answer.
    if (field in START) setAsked(null);
    answered(null);
  };
  const send = async (ask: boolean) => {
    setBusy(true);
    setProblem("");
    try {
      const found = await bench.api.post<Asked>("/api/coincide", { ...spoken(form), ask });
      if (!ask) setAsked(found);
      if (found.answer) answered(found.answer);
    } catch (error) {
      setProblem(
        error instanceof ApiError ? error.message || t("error.network") : t("error.other"),
      );
    }
    setBusy(false);
  };
  return (
    <form
      class="question"
      ref={box}
      onSubmit={(e) => {
        e.preventDefault();
        void send(asked !== null && bench.judges);
      }}
    >
      <h3>{t("ask.step.rows")}</h3>
      <p class="note">{t("ask.rows.note")}</p>
      <div class="rows-of-events">
        <Row field="of" words={form.of} chosen={of} change={(words) => change("of", words)} />
        <Row
          field="after"
          words={form.after}
          chosen={after}
          change={(words) => change("after", words)}
        />
      </div>
      <Within form={form} change={change} />
      <Both of={of} after={after} />
      {!asked && (
        <p class="buttons">
          <button type="submit" class="tool first" disabled={busy}>
            {t("ask.prepare")}
          </button>
        </p>
      )}
      <h3>{t("ask.step.known")}</h3>
      {asked ? (
        <Known asked={asked} form={form} change={change} />
      ) : (
        <p class="note">{t("ask.known.later")}</p>
      )}
      <h3>{t("ask.step.answer")}</h3>
      <p class="note">{t(bench.judges ? "ask.answer.note" : "ask.answer.reader")}</p>
      <p role="alert" class={problem ? "how problem" : "how"}>
        {problem}
      </p>
      {asked && !answer && (
        <p class="buttons">
          <button type="submit" class="tool first" disabled={busy || !bench.judges}>
            {t(busy ? "ask.busy" : "ask.now")}
          </button>
        </p>
      )}
      {answer && <Answered answer={answer} />}
    </form>
  );
}

function Within({ form, change }: { form: Form; change: (field: string, value: string) => void }) {
  return (
    <p class="within">
      <label class="labelled">
        {t("ask.within")}{" "}
        <input
          type="number"
          min="0"
          max="999999"
          required
          value={form.amount}
          onInput={(e) => change("amount", e.currentTarget.value)}
        />
      </label>
      <select
        aria-label={t("ask.within.unit")}
        value={form.unit}
        onChange={(e) => change("unit", e.currentTarget.value)}
      >
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {t(`ask.unit.${unit}`)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What is done with events that stand in both rows. */
function Both({ of, after }: { of: Chosen; after: Chosen }) {
  if (!(of instanceof Int32Array) || !(after instanceof Int32Array)) return null;
  const followed = new Set(after);
  const both = of.reduce((n, event) => n + Number(followed.has(event)), 0);
  if (!both) return null;
  return (
    <p class="how problem" role="status">
      {both === of.length ? t("ask.both.all") : count("ask.both", both)}
    </p>
  );
}

function Known({
  asked,
  form,
  change,
}: {
  asked: Asked;
  form: Form;
  change: (field: string, value: string) => void;
}) {
  const made = [form.made_of, form.made_after];
  const refused = made.includes("curated")
    ? "curated"
    : made.some((how) => how !== "complete")
      ? "unknown"
      : form.period
        ? ""
        : "period";
  return (
    <div class="known">
      <p class="said-question">{sayQuestion(asked.question)}</p>
      {asked.questions.map((open) => (
        <OpenQuestion
          key={open.field}
          open={open}
          value={form[open.field] ?? ""}
          change={(value) => change(open.field, value)}
        />
      ))}
      <p class="how" role="status">
        {refused && t(`ask.no.${refused}`)}
      </p>
    </div>
  );
}

function OpenQuestion({
  open,
  value,
  change,
}: {
  open: Open;
  value: string;
  change: (value: string) => void;
}) {
  return (
    <label class="open-question">
      <span>{open.says}</span>
      {open.choices.length ? (
        <select value={value} onChange={(e) => change(e.currentTarget.value)}>
          <option value="">{t("ask.open")}</option>
          {open.choices
            .filter((choice) => choice !== "unknown")
            .map((choice) => (
              <option key={choice} value={choice}>
                {t(`choice.${choice}`)}
              </option>
            ))}
        </select>
      ) : (
        <input
          value={value}
          spellcheck={false}
          placeholder={t("ask.period.hint")}
          onInput={(e) => change(e.currentTarget.value.trim())}
        />
      )}
    </label>
  );
}

/** What has been said of the question: what is left open is not sent. */
function spoken({ amount, unit, ...form }: Form): Record<string, string | boolean> {
  const said = Object.entries(form).filter(([, value]) => value !== "");
  const told = Object.fromEntries(
    said.map(([field, value]) => [field, field === "window_fixed" ? value === "yes" : value]),
  );
  return { ...told, within: `${amount}${unit}` };
}
