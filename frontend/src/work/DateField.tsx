// A field for a date, which is checked and said in words while it is typed.

import { useLayoutEffect, useId, useRef } from "preact/hooks";
import { t } from "../words";
import { isDate, sayDate } from "./edtf";

interface Props {
  label: string;
  value: string;
  change: (value: string) => void;
  focus?: boolean;
}

export function DateField({ label, value, change, focus }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (!focus) return;
    input.current!.focus();
    input.current!.select();
  }, []);
  const wrong = value !== "" && !isDate(value);
  return (
    <div class="date-field">
      <label class="labelled" for={id}>{label}</label>
      <input id={id} ref={input} value={value} spellcheck={false} autocomplete="off" placeholder={t("date.hint")} aria-invalid={wrong} aria-describedby={`${id}-said`} onInput={(e) => change(e.currentTarget.value.trim())} />
      <p id={`${id}-said`} class={wrong ? "how problem" : "how"} role="status">{value === "" ? t("date.form") : wrong ? t("date.wrong") : sayDate(value)}</p>
    </div>
  );
}
