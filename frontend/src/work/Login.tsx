// The login form of a case with accounts.

import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../messages";
import { ApiError } from "./api";
import { useWorkbench } from "./context";

export function Login() {
  const workbench = useWorkbench("session");
  const [problem, setProblem] = useState(workbench.loggedOut ?? "");
  const [busy, setBusy] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => name.current!.focus(), []);
  const send = async (e: Event) => {
    e.preventDefault();
    setBusy(true);
    setProblem("");
    try {
      await workbench.login(name.current!.value, password.current!.value);
    } catch (error) {
      setBusy(false);
      setProblem(
        error instanceof ApiError ? error.message || t("error.network") : t("error.other"),
      );
      password.current!.select();
    }
  };
  return (
    <main class="login">
      <form onSubmit={(e) => void send(e)} aria-labelledby="login-title">
        <h1 id="login-title">{t("login")}</h1>
        <label>
          {t("login.name")}{" "}
          <input ref={name} name="name" autocomplete="username" required maxLength={200} />
        </label>
        <label>
          {t("login.password")}{" "}
          <input
            ref={password}
            name="password"
            type="password"
            autocomplete="current-password"
            required
            aria-describedby="login-problem"
          />
        </label>
        <p id="login-problem" role="alert" class={problem ? "detail problem" : "detail"}>
          {problem}
        </p>
        <button type="submit" class="tool first" disabled={busy}>
          {t("login.go")}
        </button>
      </form>
    </main>
  );
}
