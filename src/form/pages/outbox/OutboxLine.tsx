import { CheckCheck, CircleAlert, CircleHelp, Clock, LoaderCircle } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import type { OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { useDay } from "../../browser/day.ts";
import { useFocusAfter } from "../../browser/useFocusAfter.ts";
import { CopyNumber } from "../../sending/CopyNumber.tsx";
import { Differences } from "./Differences.tsx";
import { acts, EntryActions } from "./EntryActions.tsx";
import { Issues } from "./Issues.tsx";
import { headingOf } from "./headingOf.ts";
import { isSealed, isUnreadable, stateOf, type State } from "../../sending/states.ts";
import { useStanding } from "../../sending/useStanding.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Link } from "../../ui/Link.tsx";
import { Typed } from "../../ui/Typed.tsx";

const looks: { readonly [state in State]: { readonly Icon: typeof Clock; readonly look: string } } = {
  refused: { Icon: CircleAlert, look: "text-over" },
  maybe: { Icon: CircleHelp, look: "text-warn" },
  checking: { Icon: CircleHelp, look: "text-warn" },
  sending: { Icon: LoaderCircle, look: "text-info" },
  waiting: { Icon: Clock, look: "text-warn" },
  inLofty: { Icon: CheckCheck, look: "text-ok" },
};

const line =
  "grid grid-cols-[1.5rem_1fr_auto] items-start gap-x-3 gap-y-0.5 border-t border-line px-[1.1rem] py-[.9rem] first:border-0";
/** Its parts stand in a row where there is room. */
const wide =
  "min-[900px]:min-h-14 min-[900px]:grid-cols-[1.5rem_11rem_1fr_auto_5rem] min-[900px]:items-center min-[900px]:gap-x-4 min-[900px]:gap-y-0 min-[900px]:py-[.6rem]";

/** One lead: its name, its state in words, and the actions for it. */
export function OutboxLine({ entry }: { readonly entry: OutboxEntry }) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const { strong, text } = useStanding()(entry);
  const state = stateOf(entry);
  const { Icon, look } = looks[state];
  const ref = useFocusAfter<HTMLLIElement>(() => headingOf(entry.id) ?? document.querySelector("main h1"));
  const at = new Date(entry.acceptedAt);
  const today = at.toDateString() === useDay();
  return (
    <li id={entry.id} ref={ref} className={`${line} ${wide}`}>
      <Icon aria-hidden="true" className={look} />
      <h3 className="text-[1.0625rem] leading-[1.35] font-[620] wrap-anywhere" tabIndex={-1}>
        {entry.name ? (
          <Link
            to={`/leads/${entry.id}`}
            className="-my-3 inline-flex min-h-(--tap) min-w-(--tap) items-center text-ink no-underline hover:underline"
          >
            <bdi>{entry.name}</bdi>
          </Link>
        ) : (
          t(isUnreadable(entry) ? "unreadable" : isSealed(entry) ? "sealed" : "forgotten", { id: entry.id })
        )}
      </h3>
      <div className="col-[2/-1] row-[2] text-[.9375rem] wrap-anywhere text-ink-2 min-[900px]:col-[3] min-[900px]:row-[1]">
        <p>
          {strong && <b className={`font-semibold ${look}`}>{strong} </b>}
          {state === "inLofty" && entry.search ? (
            <a className="py-1.5" href={entry.search} target="_blank" rel="noreferrer">
              {text}
            </a>
          ) : (
            text
          )}
        </p>
        {entry.issues && <Issues issues={entry.issues} />}
        {entry.differences && entry.differences.length > 0 && <Differences differences={entry.differences} />}
        {entry.samePhoneAs && (
          <p>
            <Typed text={t("samePhone", { name: isolatedAlways(entry.samePhoneAs) })} />
          </p>
        )}
      </div>
      {entry.status === "parked" && <EntryActions entry={entry} />}
      {entry.leadId !== undefined && (
        <div className={`${acts} [&_.btn]:px-1`}>
          <CopyNumber id={entry.leadId} />
        </div>
      )}
      <time
        dateTime={entry.acceptedAt}
        className="col-[3] row-[1] text-[.875rem] leading-[1.6] whitespace-nowrap text-ink-3 min-[900px]:col-[5] min-[900px]:text-end"
      >
        {format.dateTime(at, today ? { timeStyle: "short" } : { dateStyle: "medium" })}
      </time>
    </li>
  );
}
