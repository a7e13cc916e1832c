import type { FormStation } from "../station/useStation.ts";

/** A station's settings as people type them. */
export interface Typed {
  readonly name: string;
  /** A tag a line. */
  readonly temperatures: string;
  readonly drafts: boolean;
  readonly updateKnownPeople: boolean;
  readonly idleSeconds: string;
  readonly brandName: string;
  /** `#055651`, or nothing for Foyer's own. */
  readonly brandColour: string;
}

export const typedOf = ({ name, temperatures, drafts, updateKnownPeople, idleSeconds, brand }: FormStation): Typed => ({
  name,
  temperatures: temperatures.join("\n"),
  drafts,
  updateKnownPeople,
  idleSeconds: String(idleSeconds),
  brandName: brand?.name ?? "",
  brandColour: brand?.colour ?? "",
});

/** The station with what was typed; whether it can work like this is the proxy's to judge. */
export function stationOf(typed: Typed, { brand, ...station }: FormStation): FormStation {
  const { logo } = brand ?? {};
  const [brandName, colour] = [typed.brandName.trim(), typed.brandColour.trim()];
  return {
    ...station,
    name: typed.name.trim(),
    temperatures: typed.temperatures
      .split("\n")
      .map((tag) => tag.trim())
      .filter(Boolean),
    drafts: typed.drafts,
    updateKnownPeople: typed.updateKnownPeople,
    idleSeconds: Number(typed.idleSeconds),
    ...((brandName || colour) && { brand: { name: brandName, ...(colour && { colour }), ...(logo && { logo }) } }),
  };
}
