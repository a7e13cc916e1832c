import { useTranslations } from "use-intl";
import type { DayPeople } from "#lead/submission/staffAnswers.ts";
import { hotFirst } from "../people/order.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { ListTitle } from "../../ui/ListTitle.tsx";

interface Props {
  readonly day: DayPeople;
  /** How many signed in: more than are listed when the list is not whole. */
  readonly signedIn: number;
}

/** The people of the day, hot first. The list may have only the newest, and says so. */
export function People({ day: { people, isWhole }, signedIn }: Props) {
  const t = useTranslations("people");
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="today-people">
      <ListTitle id="today-people">{t("title", { count: isWhole ? people.length : signedIn })}</ListTitle>
      {!isWhole && <p className="mb-2 text-sm text-ink-3">{t("newest", { count: people.length })}</p>}
      <ul className="card">
        {hotFirst(people).map((person) => (
          <PersonRow key={person.id} person={person} note />
        ))}
      </ul>
    </section>
  );
}
