import { useTranslations } from "use-intl";
import { StaffWords } from "../../words/Words.tsx";

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
    <p role="status" className="note note-warn relative max-w-2xl text-ink">
      {useTranslations("kiosk")("noEventNow")}
    </p>
  );
}
