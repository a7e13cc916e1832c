import { useTranslations } from "use-intl";
import type { DayPerson } from "#lead/staffAnswers.ts";
import { hotFirst } from "../people/order.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { ListTitle } from "../../ui/ListTitle.tsx";

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
      <ListTitle id="today-people">{t("title", { count: people.length })}</ListTitle>
      {!isWhole && <p className="mb-2 text-sm text-ink-3">{t("newest")}</p>}
      <ul className="card">
        {hotFirst(people).map((person) => (
          <PersonRow key={person.id} person={person} note />
        ))}
      </ul>
    </section>
  );
}
