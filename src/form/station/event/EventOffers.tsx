import { MapPin, RotateCcw } from "lucide-react";
import { useTranslations } from "use-intl";
import { dayOf, houseOf, type LeadEvent } from "#lead/station/event.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { useDay } from "../../browser/day.ts";
import { newId } from "../../browser/newId.ts";
import { useStation } from "../useStation.ts";
import { useOfficeEvents } from "./officeEvents.ts";

interface Props {
  /** The agent's previous event, which is not the current one. */
  readonly before: StationEvent | undefined;
  readonly host: string | undefined;
  readonly onTake: (event: LeadEvent) => void;
}

/** Buttons that take an event with one press: the office's events of today, and the previous event again. */
export function EventOffers({ before, host, onTake }: Props) {
  const t = useTranslations("event");
  const { event: stations } = useStation();
  const today = dayOf(new Date(useDay()));
  const offered = useOfficeEvents(today, today);
  const known = [...(stations?.date === today ? [{ ...stations, id: stations.id ?? newId() }] : []), ...offered];
  // Two agents may have created the same event on two devices without a network.
  const events = [...new Map(known.toReversed().map((event) => [houseOf(event), event])).values()];
  const again = before && { ...before, ...(host && { host }), date: today };
  const isOffered = again && events.some((event) => houseOf(event) === houseOf(again));
  return (
    <>
      {events.map((event) => (
        <Offer key={houseOf(event)} icon={MapPin} title={t("offered")} event={event} onTake={() => onTake(event)} />
      ))}
      {again && !isOffered && (
        <Offer icon={RotateCcw} title={t("same")} event={again} onTake={() => onTake({ ...again, id: newId() })} />
      )}
    </>
  );
}

interface OfferProps {
  readonly icon: typeof MapPin;
  readonly title: string;
  readonly event: StationEvent;
  readonly onTake: () => void;
}

/** A button that takes an event. */
export function Offer({ icon: Icon, title, event, onTake }: OfferProps) {
  return (
    <button
      type="button"
      className="card flex min-h-16 items-center gap-[.9rem] px-4 py-3 text-start [&:hover]:bg-brand-tint-2"
      onClick={onTake}
    >
      <Icon aria-hidden="true" className="text-brand-line" />
      <span>
        <b className="block font-semibold">{title}</b>
        <span className="text-ink-3">
          {[event.address, event.hours, event.host].filter(Boolean).map((text, index) => (
            <span key={index}>
              {index > 0 && ", "}
              <bdi>{text}</bdi>
            </span>
          ))}
        </span>
      </span>
    </button>
  );
}
