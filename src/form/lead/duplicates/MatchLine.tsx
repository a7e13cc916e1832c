import { useFormatter, useTranslations } from "use-intl";
import type { Match } from "#lead/submission/duplicates.ts";
import { useDay } from "../../browser/day.ts";
import { useStation } from "../../station/useStation.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";

/**
 * One earlier lead. Only the desk shows the full name: others can read the screen of a phone or tablet, so there it
 * shows the initials and the time.
 */
export function MatchLine({ match }: { readonly match: Match }) {
  const t = useTranslations("duplicates");
  const format = useFormatter();
  const { id, name, initials, value, leadId } = match;
  const at = new Date(match.at);
  const sameDay = at.toDateString() === useDay();
  const when = format.dateTime(
    at,
    sameDay ? { timeStyle: "short" } : { weekday: "long", month: "short", day: "numeric" },
  );
  if (useStation().profile !== "desk")
    return (
      <p>
        <Typed text={t("touch", { initials: isolatedAlways(initials), when })} />
      </p>
    );
  const said = { value: isolatedAlways(value), name: isolatedAlways(name), when };
  return (
    <p>
      <span>
        <Typed text={leadId === undefined ? t("deskWaiting", said) : t("desk", { ...said, leadId })} />
      </span>{" "}
      <a href={`/outbox#${id}`} target="_blank" rel="noreferrer">
        {t("see")}
      </a>
    </p>
  );
}
