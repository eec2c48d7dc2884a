// A case with nothing to read yet.

import { t } from "../messages";
import { progress } from "./workbenchState";
import { useWorkbench } from "./context";
import { AddForm } from "./Menus";

export function Empty() {
  const workbench = useWorkbench("state", "session");
  const { working, documents } = workbench.state!;
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
      {!documents && workbench.canDecide && <AddForm />}
    </main>
  );
}
