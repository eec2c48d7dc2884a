// The menus of the header: add documents, export, user.

import { useEffect, useRef, useState } from "preact/hooks";
import { useStore } from "../state";
import { t } from "../messages";
import { useWorkbench } from "./context";
import { DateField } from "./DateField";
import { isDate } from "./edtf";
import { Menu } from "./Menu";

export function AddMenu() {
  return (
    <Menu name="add" label={t("add")}>
      {(close) => <AddForm done={close} />}
    </Menu>
  );
}

export function AddForm({ done }: { done?: () => void }) {
  const workbench = useWorkbench();
  const [published, setPublished] = useState("");
  const choose = useRef<HTMLInputElement>(null);
  const taken = (files: FileList | null) => {
    if (!files?.length) return;
    workbench.uploads.add(
      [...files].map((file) => ({ file, name: file.name })),
      isDate(published) ? published : "",
    );
    choose.current!.value = "";
    done?.();
  };
  return (
    <>
      <p class="note">{t("add.note")}</p>
      <DateField label={t("add.published")} value={published} change={setPublished} />
      <p>
        <button type="button" class="tool first" onClick={() => choose.current!.click()}>
          {t("add.choose")}
        </button>
      </p>
      <input
        ref={choose}
        type="file"
        multiple
        hidden
        onChange={(e) => taken(e.currentTarget.files)}
        aria-label={t("add.choose")}
      />
    </>
  );
}

interface Format {
  name: string;
  says: string;
  group: string;
}

export function ExportMenu() {
  return (
    <Menu name="export" label={t("export")}>
      {(close) => <Formats close={close} />}
    </Menu>
  );
}

function Formats({ close }: { close: () => void }) {
  const workbench = useWorkbench();
  const { filter } = useStore(workbench.store, ["filter"]);
  const [formats, setFormats] = useState<Format[]>([]);
  const [only, setOnly] = useState(filter !== "");
  useEffect(() => {
    workbench.api
      .get<Format[]>("/api/formats")
      .then(setFormats, (error) => workbench.showError(error));
  }, []);
  const query = only && filter ? `?${new URLSearchParams({ filter })}` : "";
  return (
    <>
      {filter && (
        <label class="check">
          <input type="checkbox" checked={only} onChange={() => setOnly(!only)} />{" "}
          {t("export.only", { filter })}
        </label>
      )}
      {[...new Set(formats.map((f) => f.group))].map((group) => (
        <section key={group}>
          <h2>{t(`export.group.${group}`)}</h2>
          <ul>
            {formats
              .filter((f) => f.group === group)
              .map(({ name, says }) => (
                <li key={name}>
                  <a
                    href={`/api/export/${encodeURIComponent(name)}${query}`}
                    onClick={(e) => {
                      e.preventDefault();
                      close();
                      void workbench.download(e.currentTarget.href);
                    }}
                  >
                    {says}
                  </a>{" "}
                  <span class="detail">{name}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export function WhoMenu() {
  const workbench = useWorkbench("session");
  const { who, role, accounts } = workbench.session!;
  return (
    <Menu
      name="who"
      label={
        <>
          {who} <span class="n">{t(`role.${role}`)}</span>
        </>
      }
    >
      {(close) =>
        accounts ? (
          <p>
            <button
              type="button"
              class="tool"
              onClick={() => void workbench.logout().catch((error) => workbench.showError(error))}
            >
              {t("logout")}
            </button>
          </p>
        ) : (
          <Name close={close} />
        )
      }
    </Menu>
  );
}

function Name({ close }: { close: () => void }) {
  const workbench = useWorkbench("session");
  const [name, setName] = useState(workbench.who);
  const send = (e: Event) => {
    e.preventDefault();
    workbench.rename(name).then(close, (error) => workbench.showError(error));
  };
  return (
    <form onSubmit={send}>
      <label class="labelled">
        {t("who.name")}{" "}
        <input value={name} maxLength={64} onInput={(e) => setName(e.currentTarget.value)} />
      </label>
      <p class="note">{t("who.note")}</p>
      <p>
        <button type="submit" class="tool first">
          {t("who.keep")}
        </button>
      </p>
    </form>
  );
}
