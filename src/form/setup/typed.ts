import type { StationEvent } from "#lead/station.ts";
import { dayOf } from "#lead/event.ts";
import { trimmedEvent } from "../event/trimmedEvent.ts";
import type { FormStation } from "../station/useStation.ts";

/** A station's settings as people type them. */
export interface Typed {
  readonly name: string;
  /** A tag a line. */
  readonly temperatures: string;
  /** Without an address there is none. */
  readonly event: StationEvent;
  readonly drafts: boolean;
  readonly updateKnownPeople: boolean;
  /** `whenUnrecognized` is "park". */
  readonly holdUnrecognized: boolean;
  readonly idleSeconds: string;
  readonly brandName: string;
  /** `#055651`, or nothing for Foyer's own. */
  readonly brandColour: string;
}

export const typedOf = ({
  name,
  temperatures = [],
  event,
  drafts = true,
  updateKnownPeople = true,
  whenUnrecognized,
  idleSeconds,
  brand,
}: FormStation): Typed => ({
  name,
  temperatures: temperatures.join("\n"),
  event: event ?? { address: "", date: dayOf(new Date()) },
  drafts,
  updateKnownPeople,
  holdUnrecognized: whenUnrecognized === "park",
  idleSeconds: String(idleSeconds),
  brandName: brand?.name ?? "",
  brandColour: brand?.colour ?? "",
});

/** The station with what was typed; whether it can work like this is the proxy's to judge. */
export function stationOf(typed: Typed, before: FormStation): FormStation {
  const { brand, event: _, ...station } = before;
  const { logo } = brand ?? {};
  const [brandName, colour] = [typed.brandName.trim(), typed.brandColour.trim()];
  const event = trimmedEvent(typed.event);
  return {
    ...station,
    ...(event.address && { event }),
    name: typed.name.trim(),
    temperatures: typed.temperatures
      .split("\n")
      .map((tag) => tag.trim())
      .filter(Boolean),
    drafts: typed.drafts,
    updateKnownPeople: typed.updateKnownPeople,
    whenUnrecognized: typed.holdUnrecognized ? "park" : "create",
    idleSeconds: Number(typed.idleSeconds),
    ...((brandName || colour) && { brand: { name: brandName, ...(colour && { colour }), ...(logo && { logo }) } }),
  };
}
