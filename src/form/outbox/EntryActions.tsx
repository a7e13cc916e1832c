import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";
import type { OutboxEntry } from "#lead/staffAnswers.ts";
import { Link } from "../Link.tsx";
import { stateOf } from "./states.ts";
import { useAct } from "./useOutbox.ts";

/** What a person can do for a parked lead: look in Lofty, say what they found there, correct it, send it again. */
export function EntryActions({ entry }: { readonly entry: OutboxEntry }) {
  const t = useTranslations("outbox");
  const { mutate, isPending, isError } = useAct(entry.id);
  const { id, name, search, lead } = entry;
  const isRefused = stateOf(entry) === "refused";
  return (
    <div className="acts">
      {!isRefused && search !== undefined && (
        <a className="btn btn-quiet" href={search} target="_blank" rel="noreferrer">
          {t("search")}
          <span className="sr-only">: {name}</span>
          <ExternalLink aria-hidden="true" />
        </a>
      )}
      {isRefused && lead !== undefined && (
        <Link className="btn btn-primary" to={`/outbox/${id}`}>
          {t("fix")}
          <span className="sr-only">: {name}</span>
        </Link>
      )}
      <button
        type="button"
        className="btn btn-secondary"
        disabled={isPending}
        onClick={() => mutate({ action: "in-crm" })}
      >
        {t("inCrm")}
        <span className="sr-only">: {name}</span>
      </button>
      <button
        type="button"
        className="btn btn-secondary"
        disabled={isPending}
        onClick={() => mutate({ action: "send-again" })}
      >
        {t("sendAgain")}
        <span className="sr-only">: {name}</span>
      </button>
      {isError && (
        <p role="alert" className="w-full text-over">
          {t("notDone")}
        </p>
      )}
    </div>
  );
}
