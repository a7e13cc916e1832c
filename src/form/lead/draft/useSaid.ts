import { useState } from "react";
import { useSeenText, type SeenText } from "../../station/useSeenText.ts";
import { useStation } from "../../station/useStation.ts";
import type { AgencyAnswer } from "./agency.ts";
import type { Channels } from "./leadInHand.ts";

/** What a visitor said beside the answers: how to follow up, what was read, and how many came. */
export interface Said {
  readonly channels: Channels;
  readonly agency: AgencyAnswer;
  /** 1 if nothing was said. */
  readonly party: number;
  /** Returns the consent text as the visitor saw it last. Staff see none. */
  readonly seenConsent?: () => SeenText;
}

export interface Saying extends Said {
  readonly setChannels: (channels: Channels) => void;
  readonly setAgency: (agency: AgencyAnswer) => void;
  readonly setParty: (party: number) => void;
}

/** Staff say nothing here: their fields have flags of their own. */
export const nothingSaid: Said = { channels: {}, agency: {}, party: 1 };

/** `asksConsent`: the consent question is on the screen. */
export function useSaid(asksConsent: boolean): Saying {
  const [channels, setChannels] = useState(nothingSaid.channels);
  const [agency, setAgency] = useState(nothingSaid.agency);
  const [party, setParty] = useState(nothingSaid.party);
  const seenConsent = useSeenText(useStation().consent, asksConsent);
  return { seenConsent, channels, setChannels, agency, setAgency, party, setParty };
}
