// Putting two events together: the second is chosen in the list, the picture or a document.

import { useEffect } from "preact/hooks";
import { loadEvent, useDesk, useLoaded } from "../views/context";
import { useState_ } from "../state";
import { t } from "../words";
import { claimsOf, useBench } from "./context";

export function MergeBar() {
  const bench = useBench("merging");
  const { merging } = bench;
  useEffect(() => {
    if (!merging) return;
    const key = (e: KeyboardEvent) => {
      if (e.key !== "Escape") return;
      e.stopImmediatePropagation();
      bench.merge(null);
    };
    addEventListener("keydown", key, { capture: true });
    return () => removeEventListener("keydown", key, { capture: true });
  }, [merging]);
  return merging && <Bar {...merging} />;
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
  const bench = useBench();
  const desk = useDesk();
  const { event } = useState_(bench.store, ["event"]);
  const other = useLoaded(
    () => (event && event !== first ? loadEvent(desk, event) : Promise.resolve(null)),
    [event, first],
  );
  const two = other && !other.claims.some((c) => claims.includes(c.id)) ? other : null;
  const merge = async () => {
    bench.merge(null);
    await bench.decide({ act: "merge", claims: [claims, claimsOf(two!)] });
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
        <button type="button" class="tool" onClick={() => bench.merge(null)}>
          {t("cancel")}
        </button>
      </p>
    </div>
  );
}
