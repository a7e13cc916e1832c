import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";
import type { OutboxEntry } from "#lead/staffAnswers.ts";
import { Link } from "../../ui/Link.tsx";
import { useDecisions } from "./Decisions.tsx";
import { isSpamLike, isUnreadable, stateOf } from "../../sending/states.ts";

/** The actions for a parked lead: look in Lofty, say what was found there, correct it, send it again. */
export function EntryActions({ entry }: { readonly entry: OutboxEntry }) {
  const t = useTranslations("outbox");
  const { ask, decide, standingOf } = useDecisions();
  const standing = standingOf(entry.id);
  const isPending = standing === "pending";
  const { id, name, search, lead } = entry;
  const isRefused = stateOf(entry) === "refused";
  const other = isRefused ? "btn btn-quiet" : "btn btn-secondary";
  const whose = (
    <span className="sr-only">
      : <bdi>{name}</bdi>
    </span>
  );
  return (
    <div className="acts">
      {!isRefused && search !== undefined && (
        <a className="btn btn-quiet" href={search} target="_blank" rel="noreferrer">
          {t("search")}
          {whose}
          <ExternalLink aria-hidden="true" />
        </a>
      )}
      {isRefused && lead !== undefined && (
        <Link className="btn btn-primary" to={`/outbox/${id}`}>
          {t("fix")}
          {whose}
        </Link>
      )}
      {!isSpamLike(entry) && (
        <button type="button" className={other} disabled={isPending} onClick={() => ask("in-crm", entry)}>
          {t("inCrm")}
          {whose}
        </button>
      )}
      {!isUnreadable(entry) && (
        <button
          type="button"
          className={other}
          disabled={isPending}
          onClick={() => (isRefused ? decide : ask)("send-again", entry)}
        >
          {t(isSpamLike(entry) ? "release" : "sendAgain")}
          {whose}
        </button>
      )}
      {isSpamLike(entry) && (
        <button type="button" className={other} disabled={isPending} onClick={() => ask("discard", entry)}>
          {t("discard")}
          {whose}
        </button>
      )}
      {standing === "failed" && (
        <p role="alert" className="w-full text-over">
          {t("notDone")}
        </p>
      )}
    </div>
  );
}
