import { useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { ask, RequestError } from "../api.ts";
import { tellSignedIn } from "./signedIn.ts";

interface Props {
  /** The station whose tablet this is: its session can do nothing but take leads there. */
  readonly kiosk?: string | undefined;
  readonly onSignedIn: () => void;
}

/** What each refusal says; any other means that the proxy was not reached. */
const refusals = { 401: "pages.passcodeWrong", 422: "app.noStation", 429: "pages.passcodeWait" } as const;
const refusalOf = (error: unknown) =>
  (error instanceof RequestError && refusals[error.problem?.status as keyof typeof refusals]) || "app.offline";

/** Staff give the passcode once; the session lives in a cookie that no script can read. */
export function PasscodeForm({ kiosk, onSignedIn }: Props) {
  const t = useTranslations();
  const [passcode, setPasscode] = useState("");
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      await ask("POST", "/api/session", { passcode, ...(kiosk !== undefined && { station: kiosk }) });
      tellSignedIn();
      onSignedIn();
    } catch (error) {
      setRefusal(refusalOf(error));
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
