import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { wholeEmail } from "#lead/email.ts";
import type { Kind } from "#lead/kinds.ts";
import { useIsPhone } from "./usePhone.ts";
import { useRead } from "../answers/live.ts";

/** A tick beside a phone or email that the app recognizes. Other texts are kept too. */
export function RecognizedTick({ path, kind }: { readonly path: string; readonly kind: Kind }) {
  return kind === "phone" ? <PhoneTick path={path} /> : <EmailTick path={path} />;
}

function PhoneTick({ path }: { readonly path: string }) {
  return useIsPhone(path) && <TickMark />;
}

function EmailTick({ path }: { readonly path: string }) {
  return useRead(path, (typed) => wholeEmail(typed) !== undefined) && <TickMark />;
}

function TickMark() {
  return (
    <Check
      role="img"
      className="in-data-[density=kiosk]:size-7.5"
      aria-label={useTranslations("field")("understood")}
    />
  );
}
