import { useFormatter, useTranslations } from "use-intl";
import { useDay } from "../../browser/day.ts";

/** The approximate time at which the last waiting lead will be in Lofty. */
export function LastAt({ at, count }: { readonly at: string; readonly count: number }) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const last = new Date(at);
  const isToday = last.toDateString() === useDay();
  const time = format.dateTime(last, { timeStyle: "short", ...(isToday ? {} : { dateStyle: "medium" }) });
  return <p className="text-ink-2">{t("lastAt", { count, time })}</p>;
}
