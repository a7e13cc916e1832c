import { useState } from "react";
import type { AgencyAnswer } from "./agency.ts";
import type { Channels } from "./leadInHand.ts";

/** What a visitor said beside the answers: how to follow up, what was read, and how many came. */
export interface Said {
  readonly channels: Channels;
  readonly agency: AgencyAnswer;
  /** 1 if nothing was said. */
  readonly party: number;
}

export interface Saying extends Said {
  readonly setChannels: (channels: Channels) => void;
  readonly setAgency: (agency: AgencyAnswer) => void;
  readonly setParty: (party: number) => void;
}

/** Staff say nothing here: their fields have flags of their own. */
export const nothingSaid: Said = { channels: {}, agency: {}, party: 1 };

export function useSaid(): Saying {
  const [channels, setChannels] = useState(nothingSaid.channels);
  const [agency, setAgency] = useState(nothingSaid.agency);
  const [party, setParty] = useState(nothingSaid.party);
  return { channels, setChannels, agency, setAgency, party, setParty };
}
