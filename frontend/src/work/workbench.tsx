import { render } from "preact";
import { setMessages } from "../messages";
import { Workbench } from "./workbenchState";
import { WorkbenchContext } from "./context";
import { ClaimDecisions, EventDecisions } from "./EventDecisions";
import { keepFocus } from "./focus";
import { Shell } from "./Shell";
import "../styles/reading.css";
import "../styles/layout.css";
import "./work.css";
import "./reports.css";

document.documentElement.classList.add("live", "work");

async function open(): Promise<void> {
  const messages = (await (await fetch("/api/words")).json()) as {
    words: Record<string, string>;
    months: string[];
  };
  setMessages(messages.words, messages.months);
  const workbench = new Workbench({
    event: (event) => <EventDecisions key={event.claims[0].id} event={event} />,
    claim: (claim, event) => <ClaimDecisions claim={claim} event={event} />,
  });
  render(
    <WorkbenchContext.Provider value={workbench}>
      <Shell />
    </WorkbenchContext.Provider>,
    document.getElementById("app")!,
  );
  keepFocus();
  await workbench.begin();
}

open().catch((error: unknown) => {
  console.error(error);
  document.getElementById("app")!.textContent = String(error);
});
