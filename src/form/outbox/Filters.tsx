import { useFormatter, useTranslations } from "use-intl";
import { outboxGroups, type OutboxAnswer, type OutboxGroup } from "#lead/staffAnswers.ts";

interface Props {
  readonly counts: OutboxAnswer["counts"];
  readonly shown: OutboxGroup | undefined;
  readonly onShow: (group: OutboxGroup | undefined) => void;
}

/** Which list is shown, each with its count in the proxy's store. */
export function Filters({ counts, shown, onShow }: Props) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const choices = [undefined, ...outboxGroups];
  const all = counts.needsYou + counts.waiting + counts.delivered;
  return (
    <fieldset className="chips">
      <legend className="sr-only">{t("show")}</legend>
      {choices.map((group) => (
        <label key={group ?? "all"} className="chip" htmlFor={`show-${group ?? "all"}`}>
          <input
            type="radio"
            name="show"
            id={`show-${group ?? "all"}`}
            checked={shown === group}
            onChange={() => onShow(group)}
          />
          {t(`groups.${group ?? "all"}`)}
          <b className="font-semibold">{format.number(group === undefined ? all : counts[group])}</b>
        </label>
      ))}
    </fieldset>
  );
}
