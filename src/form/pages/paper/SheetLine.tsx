import { useTranslations } from "use-intl";

interface Props {
  readonly number: number;
  /** Lofty's time frames. */
  readonly frames: readonly string[];
}

const ways = ["text", "call", "email"] as const;
/** A line to write on, with its name above. */
const blank = "block h-10 border-b border-black text-xs";

/** The two lines of one person, to be filled in by hand. */
export function SheetLine({ number, frames }: Props) {
  const t = useTranslations("paper");
  const option = useTranslations("options") as unknown as (key: string) => string;
  return (
    <li className="grid break-inside-avoid grid-cols-[1.5rem_1fr_1fr_1.5fr] items-end gap-x-4 border-b border-neutral-400 pb-2">
      <span className="row-span-2 self-center text-lg">{number}</span>
      <span className={blank}>{t("columns.firstName")}</span>
      <span className={blank}>{t("columns.lastName")}</span>
      <span className="flex items-end gap-4">
        <span className={`${blank} flex-1`}>{t("columns.phone")}</span>
        <span className="text-xs">
          {t("columns.agent")}
          <span className="flex gap-2 pt-1">
            <Box words={option("Yes")} />
            <Box words={option("No")} />
          </span>
        </span>
      </span>
      <span className={blank}>{t("columns.email")}</span>
      <span className="text-xs">
        {t("contactBy")}
        <span className="flex gap-2 pt-1">
          {ways.map((way) => (
            <Box key={way} words={t(`ways.${way}`)} />
          ))}
        </span>
      </span>
      <span className="text-xs">
        {t("months")}
        <span className="flex gap-2 pt-1">
          {frames.map((frame) => (
            <Box key={frame} words={/^\d/.test(frame) ? frame.replace("-", "–") : option(frame)} />
          ))}
        </span>
      </span>
    </li>
  );
}

function Box({ words }: { readonly words: string }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <span className="size-3.5 border border-black" />
      {words}
    </span>
  );
}
