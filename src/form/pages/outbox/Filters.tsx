import { useFormatter, useTranslations } from "use-intl";
import { mostCounted, outboxGroups, type OutboxAnswer, type OutboxGroup } from "#lead/submission/staffAnswers.ts";
import { Chip, Chips } from "../../ui/Chips.tsx";

interface Props {
  readonly counts: OutboxAnswer["counts"];
  readonly shown: OutboxGroup | undefined;
  readonly onShow: (group: OutboxGroup | undefined) => void;
}

/** Chooses the list to show. Each has its count in the proxy's store; delivered leads are counted up to a limit. */
export function Filters({ counts, shown, onShow }: Props) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const choices = [undefined, ...outboxGroups];
  const isMore = counts.delivered >= mostCounted;
  const all = counts.needsYou + counts.waiting + counts.delivered;
  return (
    <fieldset>
      <legend className="sr-only">{t("show")}</legend>
      <Chips>
        {choices.map((group) => (
          <Chip
            key={group ?? "all"}
            type="radio"
            mark="none"
            name="show"
            id={`show-${group ?? "all"}`}
            checked={shown === group}
            onChange={() => onShow(group)}
          >
            {t(`groups.${group ?? "all"}`)}
            <b className="font-semibold">
              {format.number(group === undefined ? all : counts[group])}
              {isMore && (group === undefined || group === "delivered") && "+"}
            </b>
          </Chip>
        ))}
      </Chips>
    </fieldset>
  );
}
