// A case of which nothing can be read yet.

import { t } from "../words";
import { progress } from "./bench";
import { useBench } from "./context";
import { AddForm } from "./Menus";

export function Empty() {
  const bench = useBench("state", "session");
  const { working, documents } = bench.state!;
  return (
    <main class="empty-case">
      <h2>{t(documents ? "empty.reading" : "empty")}</h2>
      {documents ? (
        <p class="note" role="status">
          {working ? progress(working) : t("state.waiting")}
        </p>
      ) : (
        <p class="note">{t("empty.note")}</p>
      )}
      {!documents && bench.judges && <AddForm />}
    </main>
  );
}
