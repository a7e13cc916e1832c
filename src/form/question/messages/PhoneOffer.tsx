import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { limits } from "#lead/limits.ts";
import { measure } from "#lead/measure.ts";
import { phonesIn, shortPhone } from "#lead/phone.ts";
import { useStation } from "../../station/useStation.ts";
import { useNote } from "./useNote.ts";
import { usePhone } from "./usePhone.ts";
import { useRead } from "../answers/live.ts";
import { WayOut } from "./WayOut.tsx";
import { isolatedAlways } from "#lead/characters.ts";

const isTooLong = (text: string) => measure(text, limits.phone, "phone").left < 0;

/** Offers the short form of a phone number that is too long as typed. An extension goes into the note. */
export function PhoneOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const note = useNote();
  const typed = useRead(path, (text) => (isTooLong(text) && !phonesIn(text) ? text : ""));
  const phone = usePhone(typed);
  const visited = isVisited(useStation());
  if (typed === "") return null;
  const fits = (text: string | undefined) => text !== undefined && text.length <= limits.phone;
  const withExtension = phone?.extension && `${phone.short} x${phone.extension}`;
  // Visitors have no note, so the extension stays in the number if it fits. Never drop words that staff typed.
  const ways = visited ? [withExtension || undefined, phone?.short] : [];
  const bare = visited || !/\p{L}/u.test(typed) ? shortPhone(typed, limits.phone) : undefined;
  const way = [...ways, phone && !visited ? undefined : bare].find(fits);
  if (way !== undefined)
    return (
      <WayOut path={path} onTake={() => setValue(path, way)}>
        {t("useShort", { phone: isolatedAlways(way) })}
      </WayOut>
    );
  if (!phone || phone.short.length > limits.phone) return null;
  const { short, extension } = phone;
  const use = () => {
    if (extension) note.add(t("extension", { phone: short, extension }));
    setValue(path, short);
  };
  return (
    <WayOut path={path} onTake={use}>
      {extension
        ? t("useShortWithNote", { phone: isolatedAlways(short), extension })
        : t("useShort", { phone: isolatedAlways(short) })}
    </WayOut>
  );
}
