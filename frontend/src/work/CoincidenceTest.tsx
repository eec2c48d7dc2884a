// The coincidence test in three steps: the events, how the lists were compiled, the result.

import { useEffect, useRef, useState } from "preact/hooks";
import { count, t } from "../messages";
import { TestResult, questionText, type Answer } from "./TestResult";
import { ApiError } from "./api";
import { useWorkbench } from "./context";
import { EventSetField, useSelection, type Selection } from "./EventSet";

interface OpenField {
  field: string;
  says: string;
  choices: string[];
}

interface Preparation {
  question: string;
  questions: OpenField[];
  answer: Answer | null;
}

type Form = Record<string, string>;
const START: Form = { of: "", after: "", amount: "7", unit: "d" };
const UNITS = ["min", "h", "d", "w"];

// A form in progress is kept while the user looks at events in another section.
let savedForm: Form = START;

export function CoincidenceTest() {
  const workbench = useWorkbench("workspace", "session");
  const [earlier, setEarlier] = useState<Answer[]>([]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    workbench.api
      .get<Answer[]>("/api/coincidences")
      .then(setEarlier, (error) => workbench.showError(error));
  }, [workbench.workspace]);
  const others = earlier.filter((one) => one.question !== answer?.question);
  return (
    <main class="reads ask scrolls" tabIndex={-1}>
      <h2>{t("coincidence")}</h2>
      <p class="note">{t("ask.note")}</p>
      <Question answer={answer} answered={setAnswer} />
      {others.length > 0 && <h3>{t("ask.earlier")}</h3>}
      {others.map((one) => (
        <TestResult key={one.question} answer={one} />
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
  const workbench = useWorkbench("session");
  const [form, setForm] = useState<Form>(savedForm);
  const [prepared, setPrepared] = useState<Preparation | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const box = useRef<HTMLFormElement>(null);
  // A step's button disappears with the step: the focus moves on to what it led to.
  const read = (selector: string) => box.current!.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => (prepared ? read(".open-question select") : undefined), [prepared]);
  useEffect(() => (answer ? read(".answer") : undefined), [answer]);
  const [of, after] = [useSelection(form.of), useSelection(form.after)];
  const change = (field: string, value: string) => {
    savedForm = { ...form, [field]: value };
    setForm(savedForm);
    // Different events need new questions and a new result.
    if (field in START) setPrepared(null);
    answered(null);
  };
  const send = async (ask: boolean) => {
    setBusy(true);
    setProblem("");
    try {
      const found = await workbench.api.post<Preparation>("/api/coincide", {
        ...requestOf(form),
        ask,
      });
      if (!ask) setPrepared(found);
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
        void send(prepared !== null && workbench.canDecide);
      }}
    >
      <h3>{t("ask.step.rows")}</h3>
      <p class="note">{t("ask.rows.note")}</p>
      <div class="rows-of-events">
        <EventSetField
          field="of"
          words={form.of}
          chosen={of}
          change={(words) => change("of", words)}
        />
        <EventSetField
          field="after"
          words={form.after}
          chosen={after}
          change={(words) => change("after", words)}
        />
      </div>
      <Within form={form} change={change} />
      <Overlap of={of} after={after} />
      {!prepared && (
        <p class="buttons">
          <button type="submit" class="tool first" disabled={busy}>
            {t("ask.prepare")}
          </button>
        </p>
      )}
      <h3>{t("ask.step.known")}</h3>
      {prepared ? (
        <ListProvenance prepared={prepared} form={form} change={change} />
      ) : (
        <p class="note">{t("ask.known.later")}</p>
      )}
      <h3>{t("ask.step.answer")}</h3>
      <p class="note">{t(workbench.canDecide ? "ask.answer.note" : "ask.answer.reader")}</p>
      <p role="alert" class={problem ? "detail problem" : "detail"}>
        {problem}
      </p>
      {prepared && !answer && (
        <p class="buttons">
          <button type="submit" class="tool first" disabled={busy || !workbench.canDecide}>
            {t(busy ? "ask.busy" : "ask.now")}
          </button>
        </p>
      )}
      {answer && <TestResult answer={answer} />}
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

/** A warning about events that are on both lists. */
function Overlap({ of, after }: { of: Selection; after: Selection }) {
  if (!(of instanceof Int32Array) || !(after instanceof Int32Array)) return null;
  const followed = new Set(after);
  const both = of.reduce((n, event) => n + Number(followed.has(event)), 0);
  if (!both) return null;
  return (
    <p class="detail problem" role="status">
      {both === of.length ? t("ask.both.all") : count("ask.both", both)}
    </p>
  );
}

function ListProvenance({
  prepared,
  form,
  change,
}: {
  prepared: Preparation;
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
      <p class="restated-question">{questionText(prepared.question)}</p>
      {prepared.questions.map((open) => (
        <OpenQuestion
          key={open.field}
          open={open}
          value={form[open.field] ?? ""}
          change={(value) => change(open.field, value)}
        />
      ))}
      <p class="detail" role="status">
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
  open: OpenField;
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

/** The request for the answers given; unanswered questions are left out. */
function requestOf({ amount, unit, ...form }: Form): Record<string, string | boolean> {
  const given = Object.entries(form).filter(([, value]) => value !== "");
  const fields = Object.fromEntries(
    given.map(([field, value]) => [field, field === "window_fixed" ? value === "yes" : value]),
  );
  return { ...fields, within: `${amount}${unit}` };
}
