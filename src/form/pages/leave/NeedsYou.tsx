import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import { useReason } from "../../sending/useReason.ts";
import { Link } from "../../ui/Link.tsx";
import { ListTitle } from "../../ui/ListTitle.tsx";

interface Props {
  /** The oldest of them. */
  readonly people: readonly DayPerson[];
  readonly count: number;
}

/** The leads of the house that need a person, with the reason and a link to fix it. Says when not all are listed. */
export function NeedsYou({ people, count }: Props) {
  const t = useTranslations("leave");
  const why = useReason();
  const ofPeople = useTranslations("people");
  if (count === 0) return null;
  return (
    <section aria-labelledby="leave-needs-you">
      <ListTitle id="leave-needs-you">{t("needsYouTitle")}</ListTitle>
      <ul className="card">
        {people.map(({ id, name, reason }) => (
          <li key={id} className="flex min-h-15 items-center gap-3 border-b border-line px-5 py-2 last:border-0">
            <CircleAlert aria-hidden="true" className="shrink-0 text-over" />
            <div className="min-w-0 flex-1">
              <h3 className="font-ui text-md font-semibold wrap-anywhere">
                {name ? <bdi>{name}</bdi> : ofPeople("noName")}
              </h3>
              <p className="text-sm text-ink-2">{why(reason)}</p>
            </div>
            <Link to={`/outbox#${id}`} className="btn btn-primary">
              {t("fix")}
              <span className="sr-only">
                : <bdi>{name}</bdi>
              </span>
            </Link>
          </li>
        ))}
        {people.length < count && (
          <li className="flex min-h-15 flex-wrap items-center gap-3 px-5 py-2">
            <p className="flex-1 basis-52 text-ink-2">{t("someListed", { listed: people.length, count })}</p>
            <Link to="/outbox" className="btn btn-secondary">
              {t("outbox")}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
