import { render } from "preact";
import { App } from "./App";
import { Embedded } from "./data/embedded";
import { Events } from "./data/events";
import { Store } from "./state";
import "./styles/reading.css";
import "./styles/desk.css";
import { giveWords } from "./words";

async function open(): Promise<void> {
  const source = new Embedded();
  const index = await source.index();
  giveWords(index.words, index.months);
  const desk = { source, events: new Events(index), store: new Store() };
  const root = document.getElementById("app")!;
  render(<App desk={desk} />, root);
  document.documentElement.classList.add("live");
}

// Where a browser can't, the readable list stays.
open().catch((error: unknown) => console.error(error));
