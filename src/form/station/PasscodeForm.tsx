import { useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { ask, RequestError } from "../browser/api.ts";
import { sessionPath } from "../browser/session.ts";
import { useTyped } from "../browser/unsaved.ts";
import { forgetHandedOver, isHandedOver } from "./handedOver.ts";
import { useRevoked } from "./revoked.ts";
import { notifySignedIn } from "./signedIn.ts";
import { Box, TextBox } from "../ui/TextBox.tsx";
import { Message } from "../ui/Message.tsx";

interface Props {
  /** The station of a kiosk tablet. The session it opens can only take leads at this station. */
  readonly kiosk?: string | undefined;
  readonly onSignedIn: () => void;
}

/** The text for each status of a refusal. Any other error means that the proxy was not reached. */
const refusals = { 401: "pages.passcodeWrong", 422: "app.noStation", 429: "pages.passcodeWait" } as const;
const refusalOf = (error: unknown) =>
  (error instanceof RequestError && refusals[error.problem?.status as keyof typeof refusals]) || "app.offline";

/** Signs staff in with the passcode. The session is in a cookie that scripts cannot read. */
export function PasscodeForm({ kiosk, onSignedIn }: Props) {
  const t = useTranslations();
  const [passcode, setPasscode] = useState("");
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>();
  useTyped(passcode !== "");
  const isRevoked = useRevoked();
  // The browser would fill in a saved passcode, and a visitor could sign in with one press.
  const mayBeVisitors = kiosk !== undefined || isRevoked || isHandedOver();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      await ask("POST", sessionPath, { passcode, ...(kiosk !== undefined && { station: kiosk }) });
      if (kiosk === undefined) forgetHandedOver();
      notifySignedIn();
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
        <Box isWrong={refusal !== undefined}>
          <TextBox
            id="passcode"
            type="password"
            autoComplete={mayBeVisitors ? "one-time-code" : "current-password"}
            value={passcode}
            aria-invalid={refusal !== undefined || undefined}
            aria-describedby={refusal && "passcode-error"}
            onChange={(event) => setPasscode(event.target.value)}
          />
        </Box>
        {refusal && (
          <Message tone="over" id="passcode-error" role="alert">
            {t(refusal)}
          </Message>
        )}
      </div>
      <button type="submit" className="btn btn-primary">
        {t("pages.signIn")}
      </button>
    </form>
  );
}
