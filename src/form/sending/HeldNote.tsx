import { useRef } from "react";
import { useTranslations } from "use-intl";
import { SignInButton } from "../station/SignInButton.tsx";
import { useStation } from "../station/useStation.ts";
import { StaffWords } from "../words/Words.tsx";
import type { Queued } from "./queue/entry.ts";
import { useUnsent } from "./queue/useQueue.ts";
import { Note } from "../ui/Note.tsx";

/** Tells staff, on the kiosk's welcome screen, how many leads the proxy does not have yet. It shows no names. */
export function HeldNote() {
  const { id } = useStation();
  const held = useUnsent().filter(({ station, phase }) => station === id && /waiting|refused/.test(phase.is));
  if (held.length === 0) return null;
  return (
    <StaffWords>
      <Held held={held} />
    </StaffWords>
  );
}

function Held({ held }: { readonly held: readonly Queued[] }) {
  const t = useTranslations("kiosk");
  const note = useRef<HTMLDivElement>(null);
  const office = held.filter(({ phase }) => phase.is === "refused").length;
  const signIn = held.filter(({ phase }) => phase.is === "waiting" && phase.need === "sign-in").length;
  const network = held.length - office - signIn;
  return (
    <Note
      ref={note}
      tabIndex={-1}
      role="status"
      as="div"
      look="warn"
      className="relative max-w-2xl items-center text-start"
    >
      <span className="grid flex-1 gap-1">
        {network > 0 && <span>{t("heldNetwork", { count: network })}</span>}
        {signIn > 0 && <span>{t("heldSignIn", { count: signIn })}</span>}
        {office > 0 && <span>{t("heldOffice", { count: office })}</span>}
        {held.some(({ isOnDisk }) => !isOnDisk) && <span>{t("heldOpen")}</span>}
      </span>
      <SignInButton isNeeded={signIn > 0} look="btn-secondary" after={() => note.current} />
    </Note>
  );
}
