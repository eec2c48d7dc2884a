import { render } from "preact";
import { giveWords } from "../words";
import { Bench } from "./bench";
import { BenchContext } from "./context";
import { ClaimActs, EventActs } from "./EventActs";
import { keepFocus } from "./focus";
import { Shell } from "./Shell";
import "../styles/reading.css";
import "../styles/desk.css";
import "./work.css";
import "./asked.css";

document.documentElement.classList.add("live", "work");

async function open(): Promise<void> {
  const said = (await (await fetch("/api/words")).json()) as {
    words: Record<string, string>;
    months: string[];
  };
  giveWords(said.words, said.months);
  const bench = new Bench({
    event: (event) => <EventActs key={event.claims[0].id} event={event} />,
    claim: (claim, event) => <ClaimActs claim={claim} event={event} />,
  });
  render(
    <BenchContext.Provider value={bench}>
      <Shell />
    </BenchContext.Provider>,
    document.getElementById("app")!,
  );
  keepFocus();
  await bench.begin();
}

open().catch((error: unknown) => {
  console.error(error);
  document.getElementById("app")!.textContent = String(error);
});
