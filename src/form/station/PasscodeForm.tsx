import { useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { ask, RequestError } from "../api.ts";
import { tellSignedIn } from "./signedIn.ts";

/** Staff give the passcode once; the session lives in a cookie that no script can read. */
export function PasscodeForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = useTranslations();
  const [passcode, setPasscode] = useState("");
  const [refusal, setRefusal] = useState<"pages.passcodeWrong" | "app.offline">();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      await ask("POST", "/api/session", { passcode });
      tellSignedIn();
      onSignedIn();
    } catch (error) {
      setRefusal(error instanceof RequestError && error.problem ? "pages.passcodeWrong" : "app.offline");
    }
  };
  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label className="label" htmlFor="passcode">
          {t("pages.passcode")}
        </label>
        <div className={`control ${refusal ? "wrong" : ""}`}>
          <input
            id="passcode"
            type="password"
            autoComplete="current-password"
            value={passcode}
            aria-invalid={refusal !== undefined || undefined}
            aria-describedby={refusal && "passcode-error"}
            onChange={(event) => setPasscode(event.target.value)}
          />
        </div>
        {refusal && (
          <p id="passcode-error" role="alert" className="message message-over">
            {t(refusal)}
          </p>
        )}
      </div>
      <button type="submit" className="btn btn-primary">
        {t("pages.signIn")}
      </button>
    </form>
  );
}
