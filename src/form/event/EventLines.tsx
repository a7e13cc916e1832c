import { useTranslations } from "use-intl";
import type { StationEvent } from "#lead/station.ts";
import { EventLine } from "./EventLine.tsx";
import { eventLimits } from "./eventLimits.ts";
import { shorterAddress } from "./shorterAddress.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  readonly event: StationEvent;
  /** What the event's texts are filled into. */
  readonly presets: object;
  /** What is wrong with the address and the date. */
  readonly wrong: { readonly address?: string | undefined; readonly date?: string | undefined };
  readonly onChange: (event: StationEvent) => void;
}

/** The answers about an event: where, when, who. An address too long for Lofty is said at once, with a shorter one. */
export function EventLines({ event, presets, wrong, onChange }: Props) {
  const t = useTranslations("event");
  const shorter = shorterAddress(event, presets);
  return (
    <>
      <div className="grid gap-2">
        <EventLine
          name="address"
          value={event.address}
          limit={eventLimits.address}
          wrong={shorter === undefined ? wrong.address : t("refusals.too-long")}
          onChange={(address) => onChange({ ...event, address })}
        />
        {shorter && (
          <button
            type="button"
            className="btn btn-secondary justify-self-start"
            onClick={() => onChange({ ...event, address: shorter })}
          >
            <span className="wrap-anywhere">
              <Typed text={t("shorter", { address: isolatedAlways(shorter) })} />
            </span>
          </button>
        )}
      </div>
      <EventLine
        name="date"
        type="date"
        value={event.date}
        wrong={wrong.date}
        onChange={(date) => onChange({ ...event, date })}
      />
      <EventLine
        name="hours"
        value={event.hours ?? ""}
        limit={eventLimits.hours}
        onChange={(hours) => onChange({ ...event, hours })}
      />
      <EventLine
        name="host"
        value={event.host ?? ""}
        limit={eventLimits.host}
        onChange={(host) => onChange({ ...event, host })}
      />
    </>
  );
}
