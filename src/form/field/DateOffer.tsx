import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { parseDate } from "#lead/date.ts";
import { questionAt } from "#lead/questions.ts";
import { likelyDates } from "../controls/dates.ts";
import { useIssue } from "./useIssue.ts";
import { WayOut } from "./WayOut.tsx";

/**
 * A date in other words than three boxes take (`06/05/2001`, `5th`, a year of two digits): what may be meant, offered. A
 * whole date in one box is answered at once, all else once the boxes are left: it may still be going on.
 */
export function DateOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const [now] = useState(() => new Date());
  const isWrong = useIssue(path) !== undefined;
  const typed = String(useWatch({ name: path }) ?? "");
  const isWhole = /^[^·]*\d{4}[^·]*$/.test(typed);
  if (parseDate(typed) || !(isWrong || isWhole)) return null;
  const likely = likelyDates(typed, questionAt(path)?.past === true, now);
  if (likely.length === 0) return null;
  return (
    <p className="message" role="status">
      {likely.map((date) => (
        <WayOut key={date} path={path} onTake={() => setValue(path, date)}>
          {t("useDate", { date })}
        </WayOut>
      ))}
    </p>
  );
}
