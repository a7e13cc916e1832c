import type { Acknowledgement } from "#lead/submission/acknowledgement.ts";
import { oneLine } from "#lead/characters.ts";
import { shorten } from "#lead/shorten.ts";
import type { SeenText } from "../../station/useSeenText.ts";

/** What a visitor said about the station's agency text. */
export interface AgencyAnswer {
  /** The text that was ticked, and when. */
  readonly read?: SeenText | undefined;
  readonly name?: string;
  readonly agent?: string;
}

/** The most that the proxy takes (lead/submission/acknowledgement.ts). */
const most = 200;
const shortened = (typed: string | undefined) => typed && shorten(oneLine(typed), most);

/** Returns the acknowledgement as it is sent; undefined when no text was ticked. */
export function acknowledgementOf({ read, name, agent }: AgencyAnswer): Acknowledgement | undefined {
  if (!read) return undefined;
  const typed = { name: shortened(name), agent: shortened(agent) };
  return {
    ...read,
    ...(typed.name ? { name: typed.name } : {}),
    ...(typed.agent ? { agent: typed.agent } : {}),
  };
}
