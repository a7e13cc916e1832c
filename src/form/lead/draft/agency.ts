import type { Acknowledgement } from "#lead/submission/acknowledgement.ts";
import type { SeenText } from "../../station/useSeenText.ts";

/** What a visitor said about the station's agency text. */
export interface AgencyAnswer {
  /** The text that was ticked, and when. */
  readonly read?: SeenText | undefined;
  readonly name?: string;
  readonly agent?: string;
}

const most = 200;
const oneLine = (typed: string | undefined) =>
  typed
    ?.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, most);

/** Returns the acknowledgement as it is sent; undefined when no text was ticked. */
export function acknowledgementOf({ read, name, agent }: AgencyAnswer): Acknowledgement | undefined {
  if (!read) return undefined;
  const typed = { name: oneLine(name), agent: oneLine(agent) };
  return {
    ...read,
    ...(typed.name ? { name: typed.name } : {}),
    ...(typed.agent ? { agent: typed.agent } : {}),
  };
}
