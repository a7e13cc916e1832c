import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { RequestError, isUnreachable } from "../browser/api.ts";
import { isKept } from "../browser/deviceKeys.ts";

interface Props {
  /** For a step, everything around it stays, answers included. */
  readonly part: "page" | "step";
  readonly error: unknown;
  readonly onAgain: () => void;
}

/** Says that a page or a step could not be rendered. Its button tries again. */
export function Broken({ part, error, onAgain }: Props) {
  const t = useTranslations();
  const Place = part === "step" ? "section" : "main";
  const isNetwork = error instanceof RequestError;
  const isOffline = isUnreachable(error);
  useEffect(() => {
    if (!isOffline) return;
    window.addEventListener("online", onAgain);
    return () => window.removeEventListener("online", onAgain);
  }, [isOffline, onAgain]);
  const broke = part === "step" ? "app.stepBroke" : isKept("draft:") ? "app.brokeKept" : "app.broke";
  return (
    <Place className="mx-auto grid max-w-xl gap-5 px-5 py-16" role={part === "step" ? "alert" : undefined}>
      <h1 className="text-3xl">{t(isNetwork ? "app.offline" : broke)}</h1>
      <button
        type="button"
        className="btn btn-primary"
        // Without a response from the server, load the missing part again. With an error response, reload the page: the
        // script may belong to another build.
        onClick={isNetwork && !isOffline ? () => window.location.reload() : onAgain}
      >
        {t(isNetwork ? "actions.tryAgain" : "app.goBack")}
      </button>
    </Place>
  );
}
