import { useTranslations } from "use-intl";
import { StaffWords } from "../../words/Words.tsx";
import { Note } from "../../ui/Note.tsx";

/** Tells staff, on the kiosk's welcome screen, that the event is over and leads are taken without one. */
export function NoEventNote() {
  return (
    <StaffWords>
      <Told />
    </StaffWords>
  );
}

function Told() {
  return (
    <Note role="status" look="warn" className="relative max-w-2xl">
      {useTranslations("kiosk")("noEventNow")}
    </Note>
  );
}
