import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { limits } from "#lead/limits.ts";
import { measure } from "#lead/measure.ts";
import { firstPhoneIn, phonesIn, shortPhone } from "#lead/phone.ts";
import { useStation } from "../../station/useStation.ts";
import { ShortenOffer } from "./ShortenOffer.tsx";
import { usePhone } from "./usePhone.ts";
import { useRead } from "../answers/live.ts";
import { FixButton } from "./FixButton.tsx";
import { isolatedAlways } from "#lead/characters.ts";

const isTooLong = (text: string) => measure(text, limits.phone, "phone").left < 0;

/**
 * Offers the short form of a phone number that is too long as typed. What staff typed beside the number goes into the
 * note. Visitors have no note, so the extension stays in the number if it fits.
 */
export function PhoneOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const typed = useRead(path, (text) => (isTooLong(text) && !phonesIn(text) ? text : ""));
  const phone = usePhone(typed);
  const visited = isVisited(useStation());
  const extension = phone?.extension;
  const dropsWords = !visited && (extension !== undefined || /\p{L}/u.test(typed));
  const ways = [
    visited && phone && extension ? `${phone.short} x${extension}` : undefined,
    phone?.short,
    dropsWords ? firstPhoneIn(typed) : shortPhone(typed, limits.phone),
  ];
  const short = ways.find((way) => way !== undefined && way.length <= limits.phone);
  if (short !== undefined && !dropsWords)
    return (
      <FixButton path={path} onTake={() => setValue(path, short)}>
        {t("useShort", { phone: isolatedAlways(short) })}
      </FixButton>
    );
  return visited ? null : (
    <ShortenOffer path={path} short={short} offer={t("useShortWithNote", { phone: isolatedAlways(short ?? "") })} />
  );
}
