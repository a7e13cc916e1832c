import { useTranslations } from "use-intl";
import type { StationEvent } from "#lead/station/station.ts";
import { EventLine } from "./EventLine.tsx";
import { eventLimits } from "./eventLimits.ts";
import { shorterAddress } from "./shorterAddress.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";

interface Props {
  readonly event: StationEvent;
  /** The presets that the event's texts are filled into. */
  readonly presets: object;
  /** The error messages of the address and the date. */
  readonly wrong: { readonly address?: string | undefined; readonly date?: string | undefined };
  readonly onChange: (event: StationEvent) => void;
}

/**
 * The boxes for an event: address, date, hours, host. If the filled presets would be too long for Lofty, it says so at
 * once and offers a shorter address.
 */
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
