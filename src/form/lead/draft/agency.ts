import type { Acknowledgement } from "#lead/submission/acknowledgement.ts";
import type { Language } from "#lead/languages.ts";
import { shownText } from "#lead/station/wording.ts";
import type { FormStation } from "../../station/useStation.ts";

/**
 * What a visitor said about the station's agency text. `text` is the text that was ticked: with another text on the
 * screen, also that of another language, the box is not ticked.
 */
export interface AgencyAnswer {
  readonly text?: string | undefined;
  /** When it was ticked. */
  readonly at?: string;
  readonly name?: string;
  readonly agent?: string;
}

const most = 200;
const oneLine = (typed: string | undefined) =>
  typed
    ?.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, most);

/** Returns the acknowledgement as it is sent; undefined when the text on the screen was not ticked. */
export function acknowledgementOf(
  { text, at, name, agent }: AgencyAnswer,
  station: FormStation,
  language: Language,
): Acknowledgement | undefined {
  const shown = station.acknowledgement && shownText(station.acknowledgement, language, station);
  if (!shown || at === undefined || text !== shown.text) return undefined;
  const typed = { name: oneLine(name), agent: oneLine(agent) };
  return {
    ...{ ...shown, at },
    ...(typed.name ? { name: typed.name } : {}),
    ...(typed.agent ? { agent: typed.agent } : {}),
  };
}
