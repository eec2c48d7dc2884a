// The result of a coincidence test: text and picture.

import { useEffect, useState } from "preact/hooks";
import { count, t } from "../messages";

export interface Answer {
  question: string;
  words: string;
  picture: string;
}

export function TestResult({ answer }: { answer: Answer }) {
  const [picture, setPicture] = useState("");
  useEffect(() => {
    // As an image, so that nothing in it can run.
    const url = URL.createObjectURL(new Blob([answer.picture], { type: "image/svg+xml" }));
    setPicture(url);
    return () => URL.revokeObjectURL(url);
  }, [answer.picture]);
  return (
    <section class="answer" tabIndex={-1} aria-label={questionText(answer.question)}>
      <p class="restated-question">{questionText(answer.question)}</p>
      {parts(answer.words).map((part, n) =>
        Array.isArray(part) ? (
          <ul key={n}>
            {part.map((line) => (
              <li key={line}>
                {line.split("\n").map((words) => (
                  <span key={words}>{words}</span>
                ))}
              </li>
            ))}
          </ul>
        ) : (
          <p key={n}>{part}</p>
        ),
      )}
      {picture && <img src={picture} alt={t("coincidence.picture")} />}
    </section>
  );
}

/** The question in words; in the log it is a line of JSON. */
export function questionText(line: string): string {
  try {
    const { of, after, within, either } = JSON.parse(line) as {
      of: string;
      after: string;
      within: { amount: number; unit: string };
      either: boolean;
    };
    return t(either ? "ask.either" : "ask.said", {
      of,
      after,
      within: count(`unit.${within.unit}`, within.amount),
    });
  } catch {
    return line;
  }
}

/** Paragraphs and lists of a text: a dash starts a list item, an indented line continues it. */
function parts(text: string): (string | string[])[] {
  const found: (string | string[])[] = [];
  for (const line of text.split("\n").filter((one) => one.trim())) {
    const list = found.at(-1);
    if (line.startsWith("- "))
      Array.isArray(list) ? list.push(line.slice(2)) : found.push([line.slice(2)]);
    else if (line.startsWith("  ") && Array.isArray(list))
      list[list.length - 1] += `\n${line.trim()}`;
    else found.push(line);
  }
  return found;
}
