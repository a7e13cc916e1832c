import { useRef } from "react";
import { useTranslations } from "use-intl";
import { SignInButton } from "../station/SignInButton.tsx";
import { useHeld } from "./held.ts";

/** Tells staff at a kiosk's welcome what its page still holds; it names nobody. */
export function HeldNote() {
  const t = useTranslations("kiosk");
  const signIn = useHeld("sign-in");
  const office = useHeld("office");
  const note = useRef<HTMLDivElement>(null);
  if (signIn + office === 0) return null;
  return (
    <div ref={note} tabIndex={-1} role="status" className="note note-warn max-w-2xl items-center text-start text-ink">
      <span className="grid flex-1 gap-1">
        {signIn > 0 && <span>{t("heldSignIn", { count: signIn })}</span>}
        {office > 0 && <span>{t("heldOffice", { count: office })}</span>}
      </span>
      {signIn > 0 && <SignInButton look="btn-secondary" after={() => note.current} />}
    </div>
  );
}
