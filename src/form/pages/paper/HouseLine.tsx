import { MapPin } from "lucide-react";
import { useTranslations } from "use-intl";
import { Note } from "../../ui/Note.tsx";
import { Typed } from "../../ui/Typed.tsx";
import type { House } from "./lines.ts";
import { useHouseWords } from "./useHouseWords.ts";

export const changeHouseId = "paper-change-house";

/** Says which house the lines get, and changes it. */
export function HouseLine({ house, onChange }: { readonly house: House; readonly onChange: () => void }) {
  const t = useTranslations("paper.house");
  const words = useHouseWords();
  return (
    <Note as="div" className="flex-wrap items-center">
      <MapPin aria-hidden="true" />
      <span className="flex-1 basis-52 wrap-anywhere">
        <b className="font-semibold">
          <Typed text={house ? words(house) : t("none")} />
        </b>{" "}
        {t(house ? "all" : "allNone")}
      </span>
      <button id={changeHouseId} type="button" className="btn btn-secondary" onClick={onChange}>
        {t("change")}
      </button>
    </Note>
  );
}
