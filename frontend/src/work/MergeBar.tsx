// Merging two events: the second is chosen in the list, the picture or a document.

import { useEffect } from "preact/hooks";
import { loadEvent, useWorkspace, useLoaded } from "../views/context";
import { useStore } from "../state";
import { t } from "../messages";
import { claimsOf, useWorkbench } from "./context";

export function MergeBar() {
  const workbench = useWorkbench("merge");
  const { mergeStart } = workbench;
  useEffect(() => {
    if (!mergeStart) return;
    const key = (e: KeyboardEvent) => {
      if (e.key !== "Escape") return;
      e.stopImmediatePropagation();
      workbench.merge(null);
    };
    addEventListener("keydown", key, { capture: true });
    return () => removeEventListener("keydown", key, { capture: true });
  }, [mergeStart]);
  return mergeStart && <Bar {...mergeStart} />;
}

function Bar({
  event: first,
  claims,
  summary,
}: {
  event: string;
  claims: string[];
  summary: string;
}) {
  const workbench = useWorkbench();
  const workspace = useWorkspace();
  const { event } = useStore(workbench.store, ["event"]);
  const other = useLoaded(
    () => (event && event !== first ? loadEvent(workspace, event) : Promise.resolve(null)),
    [event, first],
  );
  const two = other && !other.claims.some((c) => claims.includes(c.id)) ? other : null;
  const merge = async () => {
    workbench.merge(null);
    await workbench.decide({ act: "merge", claims: [claims, claimsOf(two!)] });
  };
  return (
    <div class="merge-bar" role="region" aria-label={t("merge")}>
      <p role="status">
        {two
          ? t("merge.two", { one: summary, other: two.summary })
          : t("merge.choose", { one: summary })}
      </p>
      <p class="buttons">
        {two && (
          <button type="button" class="tool first" onClick={() => void merge()}>
            {t("merge.go")}
          </button>
        )}
        <button type="button" class="tool" onClick={() => workbench.merge(null)}>
          {t("cancel")}
        </button>
      </p>
    </div>
  );
}
