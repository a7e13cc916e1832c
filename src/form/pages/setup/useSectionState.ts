import { useTranslations } from "use-intl";
import { languageNames } from "../../station/languageNames.ts";
import type { FormStation } from "../../station/useStation.ts";
import { colourName } from "./edits/colourName.ts";
import { askedOf } from "./edits/edits.ts";
import type { SectionName } from "./edits/sections.ts";

/** Returns a function that says in a few words what is set in a section. */
export function useSectionState(): (name: SectionName, station: FormStation) => string {
  const t = useTranslations();
  const states: Readonly<Record<SectionName, (station: FormStation) => string>> = {
    basics: ({ profile }) => t(`pages.profiles.${profile}`),
    event: ({ event }) => event?.address ?? t("event.none"),
    listing: ({ listing = {} }) => set(Object.keys(listing).filter((key) => key !== "address").length),
    questions: (station) => {
      const asked = askedOf(station);
      return t("setup.state.asked", {
        count: asked.length,
        required: asked.filter((one) => one === "required").length,
      });
    },
    attributes: ({ attributes }) => t("setup.state.questions", { count: attributes.length }),
    presets: ({ presets = {} }) => set(Object.keys(presets).length),
    look: ({ brand }) => {
      const colour = colourName(brand?.colour ?? "");
      const said = [brand?.name, colour && t(`setup.changed.colours.${colour}`)].filter(Boolean);
      return said.length > 0 ? said.join(", ") : t("setup.changed.ownColour");
    },
    consent: ({ consent }) => t("setup.state.version", { version: consent.version }),
    agency: ({ acknowledgement }) =>
      acknowledgement ? t("setup.state.version", { version: acknowledgement.version }) : t("setup.changed.off"),
    languages: ({ languages: [first = "en", ...others] }) =>
      t("setup.state.languages", { first: languageNames[first], count: others.length }),
    kiosk: ({ idleSeconds }) => t("setup.state.seconds", { count: idleSeconds }),
    embed: ({ frameParents = [] }) => t("setup.state.pages", { count: frameParents.length }),
  };
  const set = (count: number) => t("setup.state.set", { count });
  return (name, station) => states[name](station);
}
