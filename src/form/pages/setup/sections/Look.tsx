import { useTranslations } from "use-intl";
import { drawings } from "#lead/station/station.ts";
import type { SectionProps } from "../edits/edits.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { SetupLine } from "./SetupLine.tsx";

/** The brokerage's name, color and logo, and the house on a kiosk. */
export function Look({ station, edit, wrong }: SectionProps) {
  const t = useTranslations("setup");
  const { brand } = station;
  const change = (part: { name?: string; colour?: string; logo?: string }) =>
    edit((now) => {
      const { name = "", colour, logo } = { ...now.brand, ...part };
      const isEmpty = !name && !colour && !logo;
      return { brand: isEmpty ? undefined : { name, ...(colour && { colour }), ...(logo && { logo }) } };
    });
  return (
    <>
      <SetupLine
        name="brandName"
        initial={brand?.name ?? ""}
        wrong={wrong("brand.name")}
        onChange={(name) => change({ name: name.trim() })}
      />
      <SetupLine
        name="brandColour"
        initial={brand?.colour ?? ""}
        wrong={wrong("brand.colour")}
        onChange={(colour) => change({ colour: colour.trim() })}
      />
      <SetupLine
        name="logo"
        initial={brand?.logo ?? ""}
        wrong={wrong("brand.logo")}
        onChange={(logo) => change({ logo: logo.trim() })}
      />
      {station.profile === "kiosk" && (
        <Choice
          name="drawing"
          legend={t("drawing")}
          values={drawings}
          now={station.drawing}
          wordOf={(one) => t(`drawings.${one}`)}
          onChange={(drawing) => edit(() => ({ drawing }))}
        />
      )}
    </>
  );
}
