import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { queryClient } from "../browser/queryClient.ts";
import { useSessionEnded } from "../browser/session.ts";
import { SignInButton } from "./SignInButton.tsx";
import { onSignedIn } from "./signedIn.ts";
import { Note } from "../ui/Note.tsx";

/** Tells staff on an open page that their session has ended, and lets them sign in without losing what they typed. */
export function SignedOutNote() {
  const t = useTranslations("pages");
  const hasEnded = useSessionEnded();
  useEffect(() => onSignedIn(() => void queryClient.invalidateQueries()), []);
  if (!hasEnded) return null;
  return (
    <Note role="alert" as="div" look="warn" className="sticky top-2 z-20 flex-wrap items-center">
      <span className="flex-1 basis-60">{t("sessionEnded")}</span>
      <SignInButton isNeeded look="btn-secondary" after={() => document.querySelector("main h1")} />
    </Note>
  );
}
