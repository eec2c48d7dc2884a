// The keyboard shortcuts, and the switch for them.

import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../messages";
import { KEYS, shortcutsEnabled, enableShortcuts } from "./shortcuts";

const ACTS = ["accept", "date", "reject", "merge", "apart", "split", "allow", "dispute", "comment"];
const OTHERS: [key: string, name: string][] = [
  ["n", "next"],
  ["p", "previous"],
  ["w", "why"],
  ["u", "undo"],
  ["?", "help"],
];

export function Help({ close }: { close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(shortcutsEnabled());
  useEffect(() => {
    box.current!.showModal();
    box.current!.querySelector<HTMLElement>("h2")!.focus();
  }, []);
  return (
    <dialog ref={box} class="help" aria-labelledby="help-title" onClose={close} onCancel={close}>
      <h2 id="help-title" tabIndex={-1}>
        {t("help")}
      </h2>
      <dl>
        {ACTS.map((act) => (
          <div key={act}>
            <dt>
              <kbd>{KEYS[act]}</kbd>
            </dt>
            <dd>{t(`help.${act}`)}</dd>
          </div>
        ))}
        {OTHERS.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`help.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{t("help.note")}</p>
      <p class="note">
        {t("help.lists")} {t("mark.keys")}
      </p>
      <p>
        <label class="check">
          <input
            type="checkbox"
            checked={on}
            onChange={() => {
              enableShortcuts(!on);
              setOn(!on);
            }}
          />{" "}
          {t("help.on")}
        </label>
      </p>
      <p class="buttons">
        <button type="button" class="tool first" onClick={() => box.current!.close()}>
          {t("close")}
        </button>
      </p>
    </dialog>
  );
}
