import { useTranslations } from "use-intl";
import type { OutboxEntry } from "#lead/staffAnswers.ts";
import { groupOf, groups, type Group } from "./states.ts";

interface Props {
  readonly entries: readonly OutboxEntry[];
  readonly shown: Group | undefined;
  readonly onShow: (group: Group | undefined) => void;
}

/** Which list is shown, each with its count. */
export function Filters({ entries, shown, onShow }: Props) {
  const t = useTranslations("outbox");
  const choices = [undefined, ...groups];
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
          <b className="font-semibold">
            {entries.filter((entry) => group === undefined || groupOf(entry) === group).length}
          </b>
        </label>
      ))}
    </fieldset>
  );
}
