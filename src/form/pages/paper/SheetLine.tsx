import { useTranslations } from "use-intl";

interface Props {
  readonly number: number;
  /** Lofty's time frames. */
  readonly frames: readonly string[];
}

const ways = ["text", "call", "email"] as const;
/** A line to write on, with its name above. */
const blank = "block h-10 min-w-0 border-b border-black text-xs";
const boxes = "flex flex-wrap gap-2 pt-1";
/** Three columns on paper. A narrow screen shows them below each other. */
const [first, second, third] = ["184 1 11.5rem", "164 1 10.25rem", "300 1 18.75rem"].map((flex) => ({ flex }));

/** The two lines of one person, to be filled in by hand. */
export function SheetLine({ number, frames }: Props) {
  const t = useTranslations("paper");
  const option = useTranslations("options") as unknown as (key: string) => string;
  return (
    <li className="relative flex break-inside-avoid flex-wrap gap-x-3 gap-y-1 border-b border-neutral-400 py-2 ps-9">
      <i
        aria-hidden="true"
        className="absolute w-4 border-t border-black"
        style={{ insetInlineStart: 1, top: -1, rotate: "-34deg" }}
      />
      <span
        className="absolute bg-white text-center text-lg"
        style={{ insetInlineStart: 0, top: "50%", width: 20, translate: "0 -50%" }}
      >
        {number}
      </span>
      <span className={blank} style={first}>
        {t("columns.firstName")}
      </span>
      <span className={blank} style={second}>
        {t("columns.lastName")}
      </span>
      <span className="flex items-end gap-4" style={third}>
        <span className={`${blank} flex-1`}>{t("columns.phone")}</span>
        <span className="text-xs">
          {t("columns.agent")}
          <span className={boxes}>
            <Box words={option("Yes")} />
            <Box words={option("No")} />
          </span>
        </span>
      </span>
      <span className={blank} style={first}>
        {t("columns.email")}
      </span>
      <span className="text-xs" style={second}>
        {t("contactBy")}
        <span className={boxes}>
          {ways.map((way) => (
            <Box key={way} words={t(`ways.${way}`)} />
          ))}
        </span>
      </span>
      <span className="text-xs" style={third}>
        {t("months")}
        <span className={boxes}>
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
