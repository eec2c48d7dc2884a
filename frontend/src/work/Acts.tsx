// What can be decided about something: a button and a key for each, a field for what has to be given, and a reason that is never in the way.

import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../words";
import type { Decision, Draft } from "./decision";
import { useBench } from "./context";
import { DateField } from "./DateField";
import { isDate } from "./edtf";
import { keysOf, keysOn, letterOf } from "./keys";

export interface Option {
  says: string;
  decision: Decision;
  /** What the person has to give, or to look at once more. */
  ask?: "date" | "text" | "why";
  /** Instead of sending the decision. */
  does?: () => void;
}

interface Props {
  options: Option[];
  /** What it is about: what has been begun is kept under it. */
  about: string;
  item?: string;
  letters?: boolean;
  sent?: () => void;
}

const NOTHING: Draft = { asking: -1, value: "", why: "" };

export function Acts({ options, about, item = "", letters = false, sent }: Props) {
  const bench = useBench();
  const [draft, setDraft] = useState<Draft>(bench.drafts.get(about) ?? NOTHING);
  const why = useRef<HTMLInputElement>(null);
  const keys = keysOf(options.map((o) => o.decision.act));
  const keep = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed };
    bench.write(about, next);
    setDraft(next);
  };
  const send = (option: Option, value?: string) => {
    bench.write(about, null);
    setDraft(NOTHING);
    void bench.decide({ ...option.decision, ...(value !== undefined && { value }), why: draft.why }, item);
    sent?.();
  };
  const press = (n: number) => {
    const option = options[n];
    if (option.does) option.does();
    else if (option.ask === "why" && !draft.why.trim()) why.current!.focus();
    else if (option.ask === "date" || option.ask === "text") keep({ asking: n, value: option.decision.value ?? "" });
    else send(option);
  };
  const heard = useRef<(letter: string) => boolean>(() => false);
  heard.current = (letter) => {
    const n = keys.indexOf(letter);
    if (letter === "w") why.current!.focus();
    else if (n >= 0) press(n);
    else return false;
    return true;
  };
  useEffect(() => {
    if (!letters) return;
    const hear = (e: KeyboardEvent) => {
      const letter = letterOf(e);
      if (letter && !document.querySelector("dialog[open]") && heard.current(letter)) e.preventDefault();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [letters]);
  const asked = options[draft.asking];
  return (
    <div class="acts">
      <div class="buttons">
        {options.map((option, n) => (
          <button type="button" class="tool act" key={n} aria-pressed={asked ? n === draft.asking : undefined} aria-keyshortcuts={letters && keysOn() ? keys[n] : undefined} onClick={() => press(n)}>
            {letters && keysOn() && keys[n] && <kbd aria-hidden="true">{keys[n]}</kbd>}{option.says}
          </button>
        ))}
        <label class="why"><span>{t("why")}{letters && keysOn() && <kbd aria-hidden="true">w</kbd>}</span> <input ref={why} value={draft.why} maxLength={2000} placeholder={t("why.hint")} onInput={(e) => keep({ why: e.currentTarget.value })} onKeyDown={(e) => e.key === "Escape" && (e.stopPropagation(), e.currentTarget.blur())} /></label>
      </div>
      {asked && <Asked option={asked} value={draft.value} change={(value) => keep({ value })} send={() => send(asked, draft.value.trim())} leave={() => keep({ asking: -1 })} />}
    </div>
  );
}

interface AskedProps {
  option: Option;
  value: string;
  change: (value: string) => void;
  send: () => void;
  leave: () => void;
}

function Asked({ option, value, change, send, leave }: AskedProps) {
  const isGiven = option.ask === "date" ? isDate(value) : value.trim() !== "";
  const submit = (e: Event) => {
    e.preventDefault();
    if (isGiven) send();
  };
  return (
    <form class="asked" onSubmit={submit} onKeyDown={(e) => e.key === "Escape" && (e.stopPropagation(), leave())}>
      {option.ask === "date" ? <DateField label={t("date.label")} value={value} change={change} focus /> : <TextField label={option.says} value={value} change={change} />}
      <button type="submit" class="tool first" disabled={!isGiven}>{t("keep")}</button>
      <button type="button" class="tool" onClick={leave}>{t("cancel")}</button>
    </form>
  );
}

function TextField({ label, value, change }: { label: string; value: string; change: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current!.select(), []);
  return <label class="labelled">{label} <input ref={input} value={value} maxLength={400} onInput={(e) => change(e.currentTarget.value)} /></label>;
}
