import { ClipboardCopy, Share2 } from "lucide-react";
import { useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isolated } from "#lead/characters.ts";
import { fieldAt } from "#lead/fields.ts";
import type { DayCounts, DayPeople } from "#lead/submission/staffAnswers.ts";
import { useDay } from "../../browser/day.ts";
import { useCopy } from "../../ui/useCopy.ts";
import { figuresOf, type Figures } from "./summary.ts";
import { Box, TextArea } from "../../ui/TextBox.tsx";

interface Props {
  /** The address of the house, or the station's name. */
  readonly place: string;
  readonly hours: string | undefined;
  readonly counts: DayCounts;
  readonly people: DayPeople;
}

const frames = fieldAt("buyingTimeFrame")?.options ?? [];

/** A text for the seller with the counts of the day. It contains no names. */
export function Summary({ place, hours, counts, people }: Props) {
  const t = useTranslations("today");
  const text = useRef<HTMLTextAreaElement>(null);
  const summary = useWords()(place, hours, figuresOf(counts, people, frames));
  const { copy, isCopied } = useCopy(summary);
  const selectAndCopy = async () => {
    // Without a clipboard, the person can copy the selected text.
    text.current?.select();
    await copy();
  };
  const share = async () => {
    try {
      await navigator.share({ text: summary });
    } catch (error) {
      // The person closed the list of apps.
      if ((error as DOMException).name !== "AbortError") await selectAndCopy();
    }
  };
  return (
    <section className="card grid gap-3 p-5">
      <label className="label mb-0" htmlFor="seller-summary">
        {t("forSeller")}
      </label>
      <Box>
        <TextArea ref={text} id="seller-summary" readOnly value={summary} />
      </Box>
      <div className="flex flex-wrap items-center gap-3">
        {"share" in navigator && (
          <button type="button" className="btn btn-secondary" onClick={() => void share()}>
            <Share2 aria-hidden="true" />
            {t("share")}
          </button>
        )}
        <button type="button" className="btn btn-secondary" onClick={() => void selectAndCopy()}>
          <ClipboardCopy aria-hidden="true" />
          {t("copy")}
        </button>
        <span role="status" className="text-ok">
          {isCopied && t("copied")}
        </span>
      </div>
    </section>
  );
}

/** Returns a function that writes the summary: a sentence for each figure that is not zero. */
function useWords() {
  const t = useTranslations("today.summary");
  const option = useTranslations("options") as unknown as (key: string) => string;
  const format = useFormatter();
  const day = useDay();
  return (place: string, hours: string | undefined, { groups, signedIn, withAgent, left, frames: found }: Figures) => {
    const date = format.dateTime(new Date(day), { dateStyle: "long" });
    const when = hours === undefined ? date : `${date}, ${isolated(hours)}`;
    const list = format.list(found.map(({ frame, count }) => t("frame", { count, frame: option(frame) })));
    return [
      t("came", { place: isolated(place), when, groups }),
      signedIn > 0 && t("signedIn", { signedIn }),
      withAgent > 0 && t("withAgent", { withAgent }),
      left > 0 && t("left", { left }),
      found.length > 0 && t("frames", { list }),
    ]
      .filter(Boolean)
      .join(" ");
  };
}
