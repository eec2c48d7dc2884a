import { render } from "preact";
import { App } from "./App";
import { Embedded } from "./data/embedded";
import { Events } from "./data/events";
import { Store } from "./state";
import "./styles/reading.css";
import "./styles/layout.css";
import { setMessages } from "./messages";

async function open(): Promise<void> {
  const source = new Embedded();
  const index = await source.index();
  setMessages(index.words, index.months);
  const workspace = { source, events: new Events(index), store: new Store() };
  render(<App workspace={workspace} />, document.getElementById("app")!);
}

// The readable list, not parsed yet, is shown only if the page's script fails.
const page = document.documentElement;
page.classList.add("live");
open().catch((error: unknown) => {
  page.classList.remove("live");
  console.error(error);
});
