import { CalendarX } from "lucide-react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { useDay } from "../../browser/day.ts";
import { Link } from "../../ui/Link.tsx";
import { eventNow } from "../eventNow.ts";
import type { FormStation } from "../useStation.ts";
import { Typed } from "../../ui/Typed.tsx";
import { Note } from "../../ui/Note.tsx";

interface Props {
  readonly station: FormStation;
  /** Whether to show a link to the station's settings. */
  readonly isLinked?: boolean;
}

/**
 * Warns staff that the event of a visitors' station is on another day: the form does not show it, and leads do not get
 * it.
 */
export function EventNote({ station, isLinked = true }: Props) {
  const t = useTranslations("event");
  const day = useDay();
  const { id, profile, event } = station;
  if (!isVisited(station) || event === undefined || eventNow(station, undefined, new Date(day))) return null;
  const [address, date] = [isolatedAlways(event.address), isolatedAlways(event.date)];
  return (
    <Note role="status" look="warn" className="flex-wrap items-center">
      <CalendarX aria-hidden="true" />
      <span className="flex-1 basis-52 wrap-anywhere">
        <Typed text={t("otherDay", { address, date })} />
      </span>
      {isLinked && profile === "kiosk" && (
        <Link to={`/settings/${id}`} className="btn btn-secondary">
          {t("change")}
        </Link>
      )}
    </Note>
  );
}
