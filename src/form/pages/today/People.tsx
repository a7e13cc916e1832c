import { useTranslations } from "use-intl";
import type { DayPerson } from "#lead/staffAnswers.ts";
import { hotFirst } from "../people/order.ts";
import { PersonRow } from "../people/PersonRow.tsx";

interface Props {
  readonly people: readonly DayPerson[];
  /** False when only the newest are listed. */
  readonly isWhole: boolean;
}

/** The people of the day, hot first. */
export function People({ people, isWhole }: Props) {
  const t = useTranslations("people");
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="today-people">
      <h2 id="today-people" className="list-title">
        {t("title", { count: people.length })}
      </h2>
      {!isWhole && <p className="mb-2 text-sm text-ink-3">{t("newest")}</p>}
      <ul className="card">
        {hotFirst(people).map((person) => (
          <PersonRow key={person.id} person={person} note />
        ))}
      </ul>
    </section>
  );
}
