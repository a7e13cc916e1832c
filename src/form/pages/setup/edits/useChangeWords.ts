import { useFormatter, useTranslations } from "use-intl";
import { isObject, textsIn } from "#lead/json.ts";
import type { Language } from "#lead/languages.ts";
import { questionAt } from "#lead/questions.ts";
import type { AttributeType } from "#lead/topics/attributes.ts";
import { useShown } from "../../../lead/steps/useShown.ts";
import { useWordsOf } from "../../../question/answers/useFieldWords.ts";
import { useLabels } from "../../../question/answers/useLabels.ts";
import { languageNames } from "../../../station/languageNames.ts";
import type { Change, settingPaths } from "./changes.ts";
import { colourName } from "./colourName.ts";
import { differing } from "./differing.ts";
import type { Asking } from "./edits.ts";

/** A change in words. */
interface Said {
  readonly label: string;
  readonly was: string;
  readonly is: string;
}

/** The names of the settings that have one value each, as their boxes have them. */
const labels = {
  name: "name.label",
  profile: "profile",
  temperatures: "temperatures.label",
  drafts: "drafts.label",
  updateKnownPeople: "updateKnownPeople.label",
  whenUnrecognized: "holdUnrecognized.label",
  referenceAttribute: "changed.referenceAttribute",
  event: "titles.event",
  "listing.beds": "beds.label",
  "listing.baths": "baths.label",
  "listing.squareFeet": "squareFeet.label",
  "listing.price": "price.label",
  "listing.photo": "photo",
  "listing.address": "changed.house",
  needsContact: "changed.needsContact",
  "brand.name": "brandName.label",
  "brand.colour": "brandColour.label",
  "brand.logo": "logo.label",
  drawing: "drawing",
  "consent.text": "consentText.label",
  "consent.version": "consentVersion.label",
  "consent.policy": "strictConsent.label",
  acknowledgement: "agency.label",
  "acknowledgement.text": "agencyText.label",
  "acknowledgement.version": "agencyVersion.label",
  "acknowledgement.asksName": "agencyName.label",
  "acknowledgement.asksAgent": "agencyAgent.label",
  "languages.first": "firstLanguage",
  idleSeconds: "idleSeconds.label",
  frameParents: "frameParents.label",
} as const satisfies Readonly<Record<string, string>> & Readonly<Record<(typeof settingPaths)[number], string>>;

type Labelled = keyof typeof labels;
const isLabelled = (path: string): path is Labelled => Object.hasOwn(labels, path);

/** The value that is "On" where a setting has two values with names. */
const onValues: Readonly<Record<string, unknown>> = { whenUnrecognized: "park", "consent.policy": "strict" };

/** Returns a function that says a change in the words of the page: "Brand color", "green", "burgundy". */
export function useChangeWords(): (change: Change) => Said {
  const t = useTranslations();
  const format = useFormatter();
  const labelOf = useLabels();
  const wordsOf = useWordsOf();
  const shown = useShown();

  const label = ({ path, was, is }: Change): string => {
    if (isLabelled(path)) return t(`setup.${labels[path]}`);
    const [kind, ...rest] = path.split(".");
    const last = rest.join(".");
    if (kind === "asks") return wordsOf(last).label;
    if (kind === "presets") return questionAt(last) ? labelOf(last) : last;
    if (kind === "languages") return languageNames[last as Language];
    if (kind === "attributes") return nameOf(is ?? was) || t("setup.newQuestion");
    return t("setup.inLanguage", { language: languageNames[rest.at(-1) as Language] });
  };

  const attribute = (value: { readonly [key: string]: unknown }) =>
    [
      t(`setup.attributeTypes.${value["type"] as AttributeType}`),
      ...textsIn(value["options"]),
      value["visitors"] === true && t("setup.attributeVisitors.label"),
      ...Object.keys(isObject(value["texts"]) ? value["texts"] : {}).map((one) => languageNames[one as Language]),
    ]
      .filter(Boolean)
      .join(", ");

  const word = (path: string, value: unknown): string => {
    if (path in onValues) return t(value === onValues[path] ? "setup.changed.on" : "setup.changed.off");
    if (path === "acknowledgement") return t(value === undefined ? "setup.changed.off" : "setup.changed.on");
    if (path === "brand.colour" && value === undefined) return t("setup.changed.ownColour");
    if (value === undefined) return t("setup.changed.none");
    if (value === true || value === false) return t(value ? "setup.changed.on" : "setup.changed.off");
    if (path === "listing.photo") return t("setup.changed.photo");
    if (path === "profile") return t(`pages.profiles.${value as "kiosk"}`);
    if (path === "drawing") return t(`setup.drawings.${value as "house"}`);
    if (path === "languages.first") return languageNames[value as Language];
    if (path.startsWith("asks.")) return t(`setup.asking.${value as Asking}`);
    if (path.startsWith("attributes.") && isObject(value)) return attribute(value);
    const field = path.startsWith("presets.") ? questionAt(path.slice("presets.".length)) : undefined;
    if (field) return shown.answer(field, value).replaceAll("\n", ", ");
    if (path === "event" && isObject(value))
      return ["address", "date", "hours", "host"].flatMap((part) => value[part] ?? []).join(", ");
    if (Array.isArray(value)) return format.list(textsIn(value), { type: "unit" });
    if (typeof value === "number")
      return Number.isNaN(value) ? t("setup.changed.noNumber") : format.number(value, { maximumFractionDigits: 1 });
    if (path === "brand.colour") {
      const name = colourName(String(value));
      return name ? t(`setup.changed.colours.${name}`) : String(value);
    }
    return String(value);
  };

  return (change) => {
    const { path } = change;
    const [was, is] = [word(path, change.was), word(path, change.is)];
    // Of two long texts the part that differs. Two values with one name have their own text.
    if (was !== is) {
      const [one, other] = differing(was, is);
      return { label: label(change), was: one, is: other };
    }
    return { label: label(change), ...different(change, t("setup.changed.another")) };
  };
}

const nameOf = (attribute: unknown) => (isObject(attribute) ? String(attribute["name"]) : "");

/** Two colors that have one name are said as they are. Of a photo only that it is another one. */
const different = ({ was, is, path }: Change, another: string) =>
  path === "brand.colour" ? { was: String(was), is: String(is) } : { was: "", is: another };
