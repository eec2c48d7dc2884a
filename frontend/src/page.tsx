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
  render(<App desk={desk} />, document.getElementById("app")!);
}

// The readable list, which the browser has not read yet, is laid out only where the page can't come to life.
const page = document.documentElement;
page.classList.add("live");
open().catch((error: unknown) => {
  page.classList.remove("live");
  console.error(error);
});
