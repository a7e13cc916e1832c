import { ClipboardCopy } from "lucide-react";
import { useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { DayCounts } from "#lead/staffAnswers.ts";
import { useDay } from "../browser/day.ts";
import { isolated } from "#lead/characters.ts";

interface Props {
  /** The address of the house, or the station's name. */
  readonly place: string;
  readonly counts: DayCounts;
}

/** What the seller may know of the day: counts, and nobody's name. */
export function Summary({ place, counts }: Props) {
  const t = useTranslations("today");
  const format = useFormatter();
  const day = useDay();
  const text = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const { groups, signedIn, withAgent } = counts;
  const summary = t("summary", {
    place: isolated(place),
    date: format.dateTime(new Date(day), { dateStyle: "long" }),
    groups,
    signedIn,
    withAgent,
    left: groups - signedIn,
  });
  const copy = async () => {
    text.current?.select();
    try {
      await navigator.clipboard.writeText(summary);
      setCopied(true);
    } catch {
      // No clipboard here (an insecure page, say): the text stands selected for the person to copy.
    }
  };
  return (
    <section className="card grid gap-3 p-5">
      <label className="label mb-0" htmlFor="seller-summary">
        {t("forSeller")}
      </label>
      <div className="control">
        <textarea dir="auto" ref={text} id="seller-summary" readOnly value={summary} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" className="btn btn-secondary" onClick={() => void copy()}>
          <ClipboardCopy aria-hidden="true" />
          {t("copy")}
        </button>
        <span role="status" className="text-ok">
          {copied && t("copied")}
        </span>
      </div>
    </section>
  );
}
