import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { parseDate } from "#lead/date.ts";
import { questionAt } from "#lead/questions.ts";
import { readableDate } from "../answers/dateWords.ts";
import { likelyDates, onlyText } from "../answers/dates.ts";
import { useIssue } from "../answers/useIssue.ts";
import { FixButton } from "./FixButton.tsx";
import { Message } from "../../ui/Message.tsx";

/**
 * Offers dates for a text that the three boxes do not accept (`06/05/2001`, `5th`, a two-digit year). For a whole date
 * in one box it offers them at once. For other texts it waits until the boxes lose the focus: the person may still be
 * typing.
 */
export function DateOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const locale = useLocale();
  const { setValue } = useFormContext();
  const [now] = useState(() => new Date());
  const isWrong = useIssue(path) !== undefined;
  const typed = String(useWatch({ name: path }) ?? "");
  const isWhole = /^[^·]*\p{Nd}{4}[^·]*$/u.test(onlyText(typed));
  if (parseDate(typed) || !(isWrong || isWhole)) return null;
  const likely = likelyDates(typed, questionAt(path)?.past === true, now, locale);
  if (likely.length === 0) return null;
  return (
    <Message hasButton role="status">
      {likely.map((date) => {
        const parts = parseDate(date);
        return (
          <FixButton key={date} path={path} onTake={() => setValue(path, date)}>
            {t("useDate", { date: parts ? readableDate(parts, locale) : date })}
          </FixButton>
        );
      })}
    </Message>
  );
}
