// A field for a date, in words or EDTF, checked and read back while it is typed.

import { useLayoutEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../messages";
import { isDate, formatDate } from "./edtf";
import { parseDate } from "./parseDate";

interface Props {
  label: string;
  value: string;
  /** Called with the value, or with what was typed if it is not a date. */
  change: (value: string) => void;
  focus?: boolean;
}

export function DateField({ label, value, change, focus }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const shown = (parseDate(typed) ?? typed.trim()) === value ? typed : value;
  useLayoutEffect(() => {
    if (!focus) return;
    input.current!.focus();
    input.current!.select();
  }, []);
  const wrong = value !== "" && !isDate(value);
  const take = (words: string) => {
    setTyped(words);
    change(parseDate(words) ?? words.trim());
  };
  return (
    <div class="date-field">
      <label class="labelled" for={id}>
        {label}
      </label>
      <input
        id={id}
        ref={input}
        value={shown}
        spellcheck={false}
        autocomplete="off"
        placeholder={t("date.hint")}
        aria-invalid={wrong}
        aria-describedby={`${id}-said`}
        onInput={(e) => take(e.currentTarget.value)}
      />
      <p id={`${id}-said`} class={wrong ? "detail problem" : "detail"} role="status">
        {value === ""
          ? t("date.form")
          : wrong
            ? `${t("date.wrong")} ${t("date.form")}`
            : formatDate(value) + (shown.trim() === value ? "" : ` · ${value}`)}
      </p>
    </div>
  );
}
