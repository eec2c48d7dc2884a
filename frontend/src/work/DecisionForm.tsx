// The decisions open for something: a button and a shortcut for each, a field for its value, and an
// optional reason.

import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../messages";
import type { Decision, Draft } from "./decision";
import { useWorkbench } from "./context";
import { DateField } from "./DateField";
import { isDate } from "./edtf";
import { focusBefore } from "./focus";
import { shortcutsFor, shortcutsEnabled, pressedLetter } from "./shortcuts";

export interface Option {
  says: string;
  decision: Decision;
  /** What the user has to give or confirm. */
  ask?: "date" | "text" | "why" | "sure";
  /** Runs instead of sending the decision. */
  does?: () => void;
}

interface Props {
  options: Option[];
  /** What it is about; drafts are kept under this key. */
  about: string;
  item?: string;
  letters?: boolean;
  /** Shows the reason only along with a decision's field, for forms that stand side by side. */
  brief?: boolean;
  sent?: () => void;
}

const NOTHING: Draft = { asking: -1, value: "", why: "" };

export function DecisionForm({
  options,
  about,
  item = "",
  letters = false,
  brief = false,
  sent,
}: Props) {
  const workbench = useWorkbench();
  const [draft, setDraft] = useState<Draft>(workbench.drafts.get(about) ?? NOTHING);
  const why = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const keys = shortcutsFor(options.map((o) => o.decision.act));
  const keep = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    workbench.keepDraft(about, next);
    setDraft(next);
  };
  const send = (option: Option, value?: string) => {
    workbench.keepDraft(about, null);
    setDraft(NOTHING);
    void workbench.decide(
      { ...option.decision, ...(value !== undefined && { value }), why: draft.why },
      item,
    );
    sent?.();
  };
  const press = (n: number) => {
    const option = options[n];
    if (option.does) option.does();
    else if (option.ask === "why" && !draft.why.trim()) why.current!.focus();
    else if (option.ask && option.ask !== "why" && n === draft.asking)
      box
        .current!.querySelector<HTMLElement>(".decision-fields input, .decision-fields button")
        ?.focus();
    else if (option.ask && option.ask !== "why")
      keep({ asking: n, value: option.decision.value ?? "" });
    else send(option);
  };
  const chosen = options[draft.asking];
  const leave = () => {
    keep({ asking: -1 });
    focusBefore();
  };
  const handleLetter = useRef<(letter: string) => boolean>(() => false);
  handleLetter.current = (letter) => {
    const n = keys.indexOf(letter);
    if (letter === "w") why.current?.focus();
    else if (letter === "Escape" && chosen) leave();
    else if (n >= 0) press(n);
    else return false;
    return true;
  };
  const keysOfWhy = (e: KeyboardEvent) => {
    if (e.key === "Enter" && chosen && isGiven(chosen, draft.value))
      send(chosen, valueOf(chosen, draft.value));
    else if (e.key === "Escape") focusBefore(why.current!);
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  useEffect(() => {
    if (!letters) return;
    const onKey = (e: KeyboardEvent) => {
      const letter = e.key === "Escape" && !e.defaultPrevented ? e.key : pressedLetter(e);
      if (letter && !document.querySelector("dialog[open]") && handleLetter.current(letter))
        e.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [letters]);
  return (
    <div class="decisions" ref={box}>
      <div class="buttons">
        {options.map((option, n) => (
          <button
            type="button"
            class="tool decision-button"
            key={n}
            aria-pressed={chosen ? n === draft.asking : undefined}
            aria-keyshortcuts={letters && shortcutsEnabled() ? keys[n] : undefined}
            title={t(`help.${option.decision.act}`)}
            onClick={(e) => e.detail < 2 && press(n)}
          >
            {letters && shortcutsEnabled() && keys[n] && <kbd aria-hidden="true">{keys[n]}</kbd>}
            {option.says}
          </button>
        ))}
        {(!brief || chosen) && (
          <label class="why">
            <span>
              {t("why")}
              {letters && shortcutsEnabled() && <kbd aria-hidden="true">w</kbd>}
            </span>{" "}
            <input
              ref={why}
              value={draft.why}
              maxLength={2000}
              placeholder={t("why.hint")}
              onInput={(e) => keep({ why: e.currentTarget.value })}
              onKeyDown={keysOfWhy}
            />
          </label>
        )}
      </div>
      {chosen && (
        <ValueForm
          option={chosen}
          value={draft.value}
          change={(value) => keep({ value })}
          send={() => send(chosen, valueOf(chosen, draft.value))}
          leave={leave}
        />
      )}
    </div>
  );
}

function isGiven(option: Option, value: string): boolean {
  return option.ask === "sure" || (option.ask === "date" ? isDate(value) : value.trim() !== "");
}

function valueOf(option: Option, value: string): string | undefined {
  return option.ask === "sure" ? undefined : value.trim();
}

interface ValueFormProps {
  option: Option;
  value: string;
  change: (value: string) => void;
  send: () => void;
  leave: () => void;
}

function ValueForm({ option, value, change, send, leave }: ValueFormProps) {
  const go = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (option.ask === "sure") go.current!.focus();
  }, []);
  const given = isGiven(option, value);
  const submit = (e: Event) => {
    e.preventDefault();
    if (given) send();
  };
  return (
    <form
      class="decision-fields"
      onSubmit={submit}
      onKeyDown={(e) => e.key === "Escape" && (e.stopPropagation(), leave())}
    >
      {option.ask === "date" && (
        <DateField label={t("date.label")} value={value} change={change} focus />
      )}
      {option.ask === "text" && <TextField label={option.says} value={value} change={change} />}
      {option.ask === "sure" && <p class="message">{option.says}</p>}
      <button type="submit" class="tool first" disabled={!given} ref={go}>
        {t(option.ask === "sure" ? "sure" : "keep")}
      </button>
      <button type="button" class="tool" onClick={leave}>
        {t("cancel")}
      </button>
    </form>
  );
}

function TextField({
  label,
  value,
  change,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current!.select(), []);
  return (
    <label class="labelled">
      {label}{" "}
      <input
        ref={input}
        value={value}
        maxLength={400}
        onInput={(e) => change(e.currentTarget.value)}
      />
    </label>
  );
}
