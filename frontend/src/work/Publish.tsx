// The menu for the published page: what it will contain and what is still open.

import { useState } from "preact/hooks";
import { useStore } from "../state";
import { count, t } from "../messages";
import { useAnswer } from "./answers";
import { useWorkbench } from "./context";
import { Menu } from "./Menu";
import { itemsToReview } from "./Review";

interface Holds {
  title: string;
  events: number;
  documents: number;
  rejected: number;
  disputed: number;
}

export function PublishMenu() {
  return (
    <Menu name="publish" label={t("publish")}>
      {(close) => <Page close={close} />}
    </Menu>
  );
}

function Page({ close }: { close: () => void }) {
  const workbench = useWorkbench("state", "queue");
  const { filter } = useStore(workbench.store, ["filter"]);
  const [only, setOnly] = useState(filter !== "");
  const [made, setMade] = useState<{ words: string; problem?: boolean } | null>(null);
  const query = only && filter ? `?${new URLSearchParams({ filter })}` : "";
  const holds = useAnswer<Holds>(() => workbench.api.get(`/api/publishing${query}`), query);
  const make = async () => {
    setMade({ words: t("take.busy") });
    await workbench.download(`/api/export/html${query}`);
    setMade(workbench.status);
  };
  return (
    <>
      <h2>{workbench.state!.title}</h2>
      {filter && (
        <label class="check">
          <input
            type="checkbox"
            checked={only}
            onChange={() => {
              setOnly(!only);
              setMade(null);
            }}
          />{" "}
          {t("export.only", { filter })}
        </label>
      )}
      <Standing holds={holds} />
      <p class="detail">
        {workbench.queue &&
          (itemsToReview(workbench.openItems) ? (
            <>
              {count("publish.left", itemsToReview(workbench.openItems))}{" "}
              <button
                type="button"
                class="plain"
                onClick={() => {
                  close();
                  workbench.go("review");
                }}
              >
                {t("publish.look")}
              </button>
            </>
          ) : (
            t("publish.left.none")
          ))}
      </p>
      {!workbench.state!.current && <p class="detail problem">{t("publish.stale")}</p>}
      <p class="note">{t("publish.note")}</p>
      <p>
        <button type="button" class="tool first" onClick={() => void make()}>
          {t("publish.go")}
        </button>
      </p>
      <p role="status" class={made?.problem ? "detail problem" : "detail"}>
        {made?.words}
      </p>
    </>
  );
}

/** How much the page contains, and what is rejected or disputed. */
function Standing({ holds }: { holds: Holds | string | null }) {
  if (holds === null || typeof holds === "string")
    return <p class={holds ? "detail problem" : "detail"}>{holds ?? t("opening")}</p>;
  const lines = [
    holds.rejected && count("publish.rejected", holds.rejected),
    holds.disputed && count("publish.disputed", holds.disputed),
  ].filter(Boolean);
  return (
    <>
      <p>
        {t("publish.holds", {
          events: count("events", holds.events),
          documents: count("documents", holds.documents),
        })}
      </p>
      {lines.length > 0 && <p class="detail">{lines.join(" ")}</p>}
    </>
  );
}
