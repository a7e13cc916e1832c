import { ImagePlus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { isAt } from "#lead/station/listing.ts";
import type { Listing } from "#lead/station/station.ts";
import { FileButton } from "../../../ui/FileButton.tsx";
import { Typed } from "../../../ui/Typed.tsx";
import { parseNumber } from "../../../question/answers/numbers.ts";
import type { SectionProps } from "../edits/edits.ts";
import { SetupLine } from "./SetupLine.tsx";
import { shrunkPhoto } from "./shrunkPhoto.ts";
import { Note } from "../../../ui/Note.tsx";
import { Message } from "../../../ui/Message.tsx";
import { Hint } from "../../../ui/Hint.tsx";

const facts = ["beds", "baths", "squareFeet", "price"] as const;

/** What a kiosk's first screen says about the house of its event, and the photo in place of the drawing. */
export function ListingSection({ station, edit, wrong }: SectionProps) {
  const t = useTranslations("setup");
  const locale = useLocale();
  const [isNoPicture, setNoPicture] = useState(false);
  const { listing = {}, event } = station;
  const { photo } = listing;
  // A photo comes some seconds after it was chosen.
  const change = (part: { [key in keyof Listing]?: Listing[key] | undefined }) =>
    edit((now) => {
      const { address: _, ...known } = { ...now.listing, ...part };
      const filled = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Listing;
      const isEmpty = Object.keys(filled).length === 0;
      return { listing: isEmpty ? undefined : { ...filled, ...(now.event && { address: now.event.address }) } };
    });
  const take = async (chosen: File) => {
    try {
      const smaller = await shrunkPhoto(chosen);
      change({ photo: smaller });
      setNoPicture(false);
    } catch {
      setNoPicture(true);
    }
  };
  const isElsewhere = listing.address !== undefined && !(event && isAt(listing.address, event));
  return (
    <>
      {isElsewhere && (
        <Note look="warn" className="flex-wrap items-center">
          <span className="flex-1 basis-60">
            <Typed text={t("listing.elsewhere", { address: isolatedAlways(listing.address ?? "") })} />
          </span>
          <button type="button" className="btn btn-secondary" onClick={() => change({})}>
            {t("listing.here")}
          </button>
        </Note>
      )}
      <div className="grid gap-(--gap) sm:grid-cols-2">
        {facts.map((name) => (
          <SetupLine
            key={name}
            name={name}
            inputMode="decimal"
            initial={listing[name] === undefined ? "" : String(listing[name])}
            wrong={wrong(`listing.${name}`)}
            onChange={(text) => change({ [name]: numberIn(text, name, locale) })}
          />
        ))}
      </div>
      {photo !== undefined && (
        <img src={photo} alt={t("photo")} className="max-h-50 max-w-full justify-self-start rounded-card" />
      )}
      <div className="flex flex-wrap gap-3">
        <FileButton
          label={t(photo === undefined ? "addPhoto" : "changePhoto")}
          boxLabel={t("addPhoto")}
          icon={<ImagePlus aria-hidden="true" />}
          accept="image/*"
          onFile={(file) => void take(file)}
        />
        {photo !== undefined && (
          <button type="button" className="btn btn-quiet" onClick={() => change({ photo: undefined })}>
            <Trash2 aria-hidden="true" />
            {t("removePhoto")}
          </button>
        )}
      </div>
      <Hint>{t("photoHint")}</Hint>
      {isNoPicture && (
        <Message tone="over" role="alert">
          {t("notAPicture")}
        </Message>
      )}
    </>
  );
}

const kinds = { beds: "integer", baths: "decimal", squareFeet: "integer", price: "money" } as const;

/** A text without a number, or with two possible ones, stays wrong (0), so that saving says so. */
const numberIn = (text: string, name: keyof typeof kinds, locale: string): number | undefined =>
  text.trim() === "" ? undefined : Number(parseNumber(text, locale, kinds[name]) ?? 0);
