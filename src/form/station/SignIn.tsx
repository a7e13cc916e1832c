import { useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../api.ts";

/** Staff give the passcode once; the session lives in a cookie that no script can read. */
export function SignIn() {
  const t = useTranslations("pages");
  const [passcode, setPasscode] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      await ask("POST", "/api/session", { passcode });
      window.location.reload();
    } catch {
      setWrong(true);
    }
  };
  return (
    <main className="mx-auto grid max-w-md gap-5 px-5 py-16" data-density="touch">
      <h1 className="text-3xl">{t("signIn")}</h1>
      <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label className="label" htmlFor="passcode">
            {t("passcode")}
          </label>
          <div className={`control ${wrong ? "wrong" : ""}`}>
            <input
              id="passcode"
              type="password"
              autoComplete="current-password"
              value={passcode}
              aria-invalid={wrong || undefined}
              aria-describedby={wrong ? "passcode-error" : undefined}
              onChange={(event) => setPasscode(event.target.value)}
            />
          </div>
          {wrong && (
            <p id="passcode-error" role="alert" className="message message-over">
              {t("passcodeWrong")}
            </p>
          )}
        </div>
        <button type="submit" className="btn btn-primary">
          {t("signIn")}
        </button>
      </form>
    </main>
  );
}
