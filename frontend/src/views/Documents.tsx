// The documents, and how the date of each was found.

import { count, t } from "../messages";
import { useWorkspace } from "./context";

export function Documents() {
  const { events, store } = useWorkspace();
  return (
    <div class="list side" tabIndex={-1}>
      <ul>
        {events.index.documents.map((row) => (
          <li key={row.id} class="document">
            <h2>
              <a
                href={`#document=${row.id}`}
                onClick={(e) => {
                  e.preventDefault();
                  store.set({ document: row.id });
                }}
              >
                {row.title}
              </a>
            </h2>
            <p class="detail">
              {count("events", row.events)} · {row.path}
            </p>
            <p class="detail">
              {t("document.date")}: {row.published}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
