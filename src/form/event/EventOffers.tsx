import { useQuery } from "@tanstack/react-query";
import { MapPin, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { dayOf, houseOf, type LeadEvent } from "#lead/event.ts";
import type { StationEvent } from "#lead/station.ts";
import { ask } from "../api.ts";
import { newId } from "../lead/newId.ts";
import { queryClient } from "../queryClient.ts";
import { useStation } from "../station/useStation.ts";

interface Props {
  /** The event this agent had before, and has not now. */
  readonly before: StationEvent | undefined;
  readonly host: string | undefined;
  readonly onTake: (event: LeadEvent) => void;
}

/** Events to take with one touch: the office's of today, then the same house as last time. */
export function EventOffers({ before, host, onTake }: Props) {
  const t = useTranslations("event");
  const { event: stations } = useStation();
  const [today] = useState(() => dayOf(new Date()));
  const { data } = useQuery(
    {
      queryKey: ["events", today],
      queryFn: async () => (await ask<{ events: readonly LeadEvent[] }>("GET", `/api/events?day=${today}`)).events,
    },
    queryClient,
  );
  const known = [...(stations?.date === today ? [{ ...stations, id: stations.id ?? newId() }] : []), ...(data ?? [])];
  // Two agents may have made the same event, each on a device without a network.
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

function Offer({ icon: Icon, title, event, onTake }: OfferProps) {
  return (
    <button type="button" className="card again" onClick={onTake}>
      <Icon aria-hidden="true" />
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
