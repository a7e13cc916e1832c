import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OutboxEntry } from "#lead/staffAnswers.ts";
import { Confirm } from "../frame/Confirm.tsx";
import { Link } from "../Link.tsx";
import { nameIn } from "./nameIn.ts";
import { stateOf } from "./states.ts";
import { useAct } from "./useOutbox.ts";
import { isolated } from "#lead/characters.ts";

type Decision = "in-crm" | "send-again";

/** What a person can do for a parked lead: look in Lofty, say what they found there, correct it, send it again. */
export function EntryActions({ entry }: { readonly entry: OutboxEntry }) {
  const t = useTranslations("outbox");
  const { mutate, isPending, isError } = useAct(entry.id);
  const [asked, setAsked] = useState<Decision>();
  const { id, name, search, lead } = entry;
  const isRefused = stateOf(entry) === "refused";
  const other = isRefused ? "btn btn-quiet" : "btn btn-secondary";
  const decide = (action: Decision) => {
    setAsked(undefined);
    mutate({ action });
    // The buttons go; the line stays, or the focus moves with it (OutboxLine.tsx).
    nameIn(id)?.focus();
  };
  return (
    <div className="acts">
      {!isRefused && search !== undefined && (
        <a className="btn btn-quiet" href={search} target="_blank" rel="noreferrer">
          {t("search")}
          <span className="sr-only">
            : <bdi>{name}</bdi>
          </span>
          <ExternalLink aria-hidden="true" />
        </a>
      )}
      {isRefused && lead !== undefined && (
        <Link className="btn btn-primary" to={`/outbox/${id}`}>
          {t("fix")}
          <span className="sr-only">
            : <bdi>{name}</bdi>
          </span>
        </Link>
      )}
      <button type="button" className={other} disabled={isPending} onClick={() => setAsked("in-crm")}>
        {t("inCrm")}
        <span className="sr-only">
          : <bdi>{name}</bdi>
        </span>
      </button>
      <button
        type="button"
        className={other}
        disabled={isPending}
        onClick={() => (isRefused ? decide("send-again") : setAsked("send-again"))}
      >
        {t("sendAgain")}
        <span className="sr-only">
          : <bdi>{name}</bdi>
        </span>
      </button>
      {asked && (
        <Confirm
          title={t(`asks.${asked}.title`, { name: isolated(name) })}
          text={t(`asks.${asked}.text`)}
          yes={t(`asks.${asked}.yes`)}
          no={t("asks.no")}
          onYes={() => decide(asked)}
          onNo={() => setAsked(undefined)}
        />
      )}
      {isError && (
        <p role="alert" className="w-full text-over">
          {t("notDone")}
        </p>
      )}
    </div>
  );
}
