// A question about coincidence: what has to be known before it can be answered comes first.

import { useEffect, useState } from "preact/hooks";
import { count, t } from "../words";
import { ApiError } from "./api";
import { useBench } from "./context";

interface Open {
  field: string;
  says: string;
  choices: string[];
}

interface Answer {
  question: string;
  words: string;
  picture: string;
}

interface Asked {
  question: string;
  questions: Open[];
  answer: Answer | null;
}

type Form = Record<string, string>;
const START: Form = { of: "", after: "", within: "7d" };

export function Ask() {
  const bench = useBench("desk", "session");
  const [earlier, setEarlier] = useState<Answer[]>([]);
  useEffect(() => {
    bench.api.get<Answer[]>("/api/coincidences").then(setEarlier, (error) => bench.fail(error));
  }, [bench.desk]);
  return (
    <main class="reads ask scrolls" tabIndex={-1}>
      <h2>{t("chance")}</h2>
      <p class="note">{t("ask.note")}</p>
      <Question answered={(answer) => setEarlier((before) => [answer, ...before.filter((a) => a.question !== answer.question)])} />
      {earlier.length > 0 && <h3>{t("ask.earlier")}</h3>}
      {earlier.map((answer) => <Answered key={answer.question} answer={answer} />)}
    </main>
  );
}

function Question({ answered }: { answered: (answer: Answer) => void }) {
  const bench = useBench("session");
  const [form, setForm] = useState<Form>(START);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const change = (field: string, value: string) => {
    setForm({ ...form, [field]: value });
    // Another question has other questions.
    if (field in START) setAsked(null);
  };
  const send = async (ask: boolean) => {
    setBusy(true);
    setProblem("");
    try {
      const found = await bench.api.post<Asked>("/api/coincide", { ...spoken(form), ask });
      setAsked(ask ? null : found);
      if (found.answer) answered(found.answer);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message || t("error.network") : t("error.other"));
    }
    setBusy(false);
  };
  return (
    <form class="question" onSubmit={(e) => { e.preventDefault(); void send(asked !== null && bench.judges); }}>
      <div class="row-of-fields">
        {Object.keys(START).map((field) => (
          <label class="labelled" key={field}>{t(`ask.${field}`)} <input value={form[field]} required spellcheck={false} placeholder={t(`ask.${field}.hint`)} onInput={(e) => change(field, e.currentTarget.value)} /></label>
        ))}
      </div>
      {asked && (
        <fieldset>
          <legend>{t("ask.first")}</legend>
          <p class="said-question">{sayQuestion(asked.question)}</p>
          {asked.questions.map((open) => <OpenQuestion key={open.field} open={open} value={form[open.field] ?? ""} change={(value) => change(open.field, value)} />)}
        </fieldset>
      )}
      <p role="alert" class={problem ? "how problem" : "how"}>{problem}</p>
      <p class="buttons">
        <button type="submit" class="tool first" disabled={busy || (asked !== null && !bench.judges)}>{t(busy ? "ask.busy" : asked ? "ask.now" : "ask.prepare")}</button>
        {asked && <button type="button" class="tool" onClick={() => setAsked(null)}>{t("cancel")}</button>}
      </p>
    </form>
  );
}

function OpenQuestion({ open, value, change }: { open: Open; value: string; change: (value: string) => void }) {
  return (
    <label class="open-question"><span>{open.says}</span>
      {open.choices.length ? (
        <select value={value} onChange={(e) => change(e.currentTarget.value)}>
          <option value="">{t("ask.open")}</option>
          {open.choices.map((choice) => <option key={choice} value={choice}>{t(`choice.${choice}`)}</option>)}
        </select>
      ) : <input value={value} spellcheck={false} placeholder={t("ask.period.hint")} onInput={(e) => change(e.currentTarget.value.trim())} />}
    </label>
  );
}

/** What has been said of the question: what is left open is not sent. */
function spoken(form: Form): Record<string, string | boolean> {
  const said = Object.entries(form).filter(([, value]) => value !== "");
  return Object.fromEntries(said.map(([field, value]) => [field, field === "window_fixed" ? value === "yes" : value]));
}

/** The question in words: in the log it is a line of JSON. */
function sayQuestion(line: string): string {
  try {
    const { of, after, within, either } = JSON.parse(line) as { of: string; after: string; within: { amount: number; unit: string }; either: boolean };
    return t(either ? "ask.either" : "ask.said", { of, after, within: count(`unit.${within.unit}`, within.amount) });
  } catch {
    return line;
  }
}

function Answered({ answer }: { answer: Answer }) {
  const [picture, setPicture] = useState("");
  useEffect(() => {
    // As an image nothing in it can run.
    const url = URL.createObjectURL(new Blob([answer.picture], { type: "image/svg+xml" }));
    setPicture(url);
    return () => URL.revokeObjectURL(url);
  }, [answer.picture]);
  return (
    <section class="answer">
      <p class="said-question">{sayQuestion(answer.question)}</p>
      {answer.words.split("\n").filter((line) => line.trim()).map((line) => <p key={line}>{line}</p>)}
      {picture && <img src={picture} alt={t("chance.picture")} />}
    </section>
  );
}
