import { CheckCheck, CircleAlert, CircleHelp, Clock, LoaderCircle } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import type { OutboxEntry } from "#lead/staffAnswers.ts";
import { useDay } from "../../browser/day.ts";
import { useFocusAfter } from "../../browser/useFocusAfter.ts";
import { CopyNumber } from "../../sending/CopyNumber.tsx";
import { Differences } from "./Differences.tsx";
import { EntryActions } from "./EntryActions.tsx";
import { Issues } from "./Issues.tsx";
import { nameIn } from "./nameIn.ts";
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

/** One lead: its name, its state in words, and the actions for it. */
export function OutboxLine({ entry }: { readonly entry: OutboxEntry }) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const { strong, text } = useStanding()(entry);
  const state = stateOf(entry);
  const { Icon, look } = looks[state];
  const line = useFocusAfter<HTMLLIElement>(() => nameIn(entry.id) ?? document.querySelector("main h1"));
  const at = new Date(entry.acceptedAt);
  const today = at.toDateString() === useDay();
  return (
    <li id={entry.id} ref={line}>
      <Icon aria-hidden="true" className={look} />
      <h3 className="name" tabIndex={-1}>
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
      <div className="standing">
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
        <div className="acts">
          <CopyNumber id={entry.leadId} />
        </div>
      )}
      <time dateTime={entry.acceptedAt}>
        {format.dateTime(at, today ? { timeStyle: "short" } : { dateStyle: "medium" })}
      </time>
    </li>
  );
}
