import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";
import type { OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { Link } from "../../ui/Link.tsx";
import { useDecisions } from "./Decisions.tsx";
import { isSpamLike, isUnreadable, stateOf } from "../../sending/states.ts";

/** Where the buttons of a line stand. */
export const acts =
  "col-[2/-1] mt-2.5 flex flex-wrap gap-2 min-[900px]:col-[4] min-[900px]:row-[1] min-[900px]:mt-0 min-[900px]:justify-end";
const size = "min-h-[max(2.25rem,var(--tap))] text-[.9375rem]";
const primary = `btn btn-primary px-[.9rem] ${size}`;
const secondary = `btn btn-secondary px-[.9rem] ${size}`;
const quiet = `btn btn-quiet px-1 ${size}`;

/** The actions for a parked lead: look in Lofty, say what was found there, correct it, send it again. */
export function EntryActions({ entry }: { readonly entry: OutboxEntry }) {
  const t = useTranslations("outbox");
  const { ask, decide, standingOf } = useDecisions();
  const standing = standingOf(entry.id);
  const isPending = standing === "pending";
  const { id, name, search, lead } = entry;
  const isRefused = stateOf(entry) === "refused";
  const other = isRefused ? quiet : secondary;
  const whose = (
    <span className="sr-only">
      : <bdi>{name}</bdi>
    </span>
  );
  return (
    <div className={acts}>
      {!isRefused && search !== undefined && (
        <a className={quiet} href={search} target="_blank" rel="noreferrer">
          {t("search")}
          {whose}
          <ExternalLink aria-hidden="true" />
        </a>
      )}
      {isRefused && lead !== undefined && (
        <Link className={primary} to={`/outbox/${id}`}>
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
