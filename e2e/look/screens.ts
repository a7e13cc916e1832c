import { atOpenHouse } from "../foyer.ts";
import * as ways from "./ways.ts";
import type { Look, Size } from "./looks.ts";

export interface Screen {
  /** Runs before the page is opened. */
  readonly before?: ways.Way;
  readonly path: string;
  readonly size: Size;
  /** Runs after the page is opened. */
  readonly reach?: ways.Way;
  /** Its looks in addition to light and dark. */
  readonly looks?: readonly Look[];
}

const agent = { before: atOpenHouse, path: "/s/open-house", size: "phone" } as const;
const desk = { path: "/s/front-desk", size: "desk" } as const;
const kiosk = { path: "/kiosk/kiosk", size: "wide" } as const;
const embed = { path: "/embed/website", size: "phone" } as const;
const every: readonly Look[] = ["more contrast", "forced colours", "150 % text", "320 px"];

/** All screens in all states that are checked: the name, and how to get there. */
export const screens: Readonly<Record<string, Screen>> = {
  picker: { path: "/", size: "phone", looks: ["320 px", "1440 px"] },

  agent: { ...agent, looks: ["forced colours"] },
  "agent, answered": { ...agent, reach: ways.answerContact, looks: ["820 px", "1180 px"] },
  "agent, over the limit": { ...agent, reach: ways.tooLong, looks: ["landscape"] },
  "agent, errors": { ...agent, reach: ways.wrong, looks: every },
  "agent, saved": { ...agent, reach: ways.saved, looks: ["reduced motion"] },
  "agent, inquiry": {
    ...agent,
    path: "/s/open-house/inquiry",
    reach: ways.answerInquiry,
    looks: [...every, "landscape", "820 px"],
  },
  "agent, more details": { ...agent, path: "/s/open-house/inquiry", reach: ways.unfold },
  "agent, property": { ...agent, path: "/s/open-house/property" },
  "agent, family": { ...agent, path: "/s/open-house/family", reach: ways.addFamily, looks: ["320 px"] },
  "agent, attributes": { ...agent, path: "/s/open-house/attributes" },
  "agent, check and send": { ...agent, reach: ways.answerAll, looks: ["320 px", "820 px"] },

  "who are you": { path: "/s/open-house/who", size: "phone", looks: ["320 px"] },
  event: { ...agent, path: "/s/open-house/event", looks: ["320 px"] },
  "station menu": { ...agent, reach: ways.openMenu },
  "somebody was here before": { ...agent, reach: ways.twice, looks: ["150 % text", "320 px"] },
  today: { ...agent, path: "/today?station=open-house", looks: ["320 px", "1440 px"] },
  "today, people": { ...agent, before: ways.onePerson, path: "/today?station=open-house", looks: ["320 px"] },
  lead: { ...agent, before: ways.onePerson, path: `/leads/${ways.leadId}`, looks: ["320 px"] },
  devices: { ...agent, path: "/devices", looks: ["320 px", "1440 px"] },
  "before you leave": { ...agent, before: ways.onePerson, path: "/before-you-leave?station=open-house" },
  "key in paper": {
    ...{ ...desk, before: atOpenHouse, path: "/paper?station=open-house" },
    looks: ["320 px", "390 px", "820 px", "1180 px"],
  },
  "paper sheet": { ...desk, before: atOpenHouse, path: "/paper/sheet?station=open-house" },
  "set up a station": { ...desk, path: "/settings/open-house", looks: ["320 px"] },
  settings: { ...agent, path: "/settings", looks: ["320 px", "1440 px"] },
  "settings, clear this device": { ...agent, path: "/settings", reach: ways.clearDevice },

  "station's settings": { ...agent, path: "/settings", reach: ways.openStation, looks: ["320 px"] },
  "agent, start over": { ...agent, reach: ways.askToStartOver },

  desk: desk,
  "desk, answered": { ...desk, reach: ways.deskAnswered, looks: [...every, "200 % zoom", "1180 px"] },
  "desk, over the limit": { ...desk, reach: ways.deskTooLong },
  "desk, errors": { ...desk, reach: ways.deskWrong, looks: ["320 px"] },
  "desk, inquiry": { ...desk, path: "/s/front-desk/inquiry", reach: ways.answerInquiry },
  "desk, property": { ...desk, path: "/s/front-desk/property", reach: ways.unfold },
  "desk, family": { ...desk, path: "/s/front-desk/family", reach: ways.addFamily },
  "desk, attributes": { ...desk, path: "/s/front-desk/attributes" },
  "desk, jump to a field": { ...desk, reach: ways.jump },
  "desk, all shortcuts": { ...desk, reach: ways.allShortcuts },
  "desk, list open": { ...desk, reach: ways.openList },
  "desk, check and send": { ...desk, reach: ways.deskCheck },
  "desk, in Lofty": { ...desk, reach: ways.deskSent },
  "desk, waiting": { ...desk, reach: ways.deskWaiting, looks: ["390 px"] },

  "kiosk, welcome": { ...kiosk, looks: ["forced colours"] },
  "kiosk, who are you": { ...kiosk, reach: ways.signInAtKiosk },
  "kiosk, errors": { ...kiosk, reach: ways.kioskWrong },
  "kiosk, while you are here": { ...kiosk, reach: ways.kioskInquiry },
  "kiosk, still there": { ...kiosk, reach: ways.leaveKiosk },
  "kiosk, done": { ...kiosk, reach: ways.kioskDone },

  embed: { ...embed, looks: every },
  "embed, errors": { ...embed, reach: ways.embedWrong },
  "embed, done": { ...embed, reach: ways.embedDone },

  // The outbox is last, because Lofty is then rate-limited and all later leads wait.
  outbox: { ...agent, before: ways.mixedOutbox, path: "/outbox", looks: ["320 px", "150 % text"] },
  "outbox, desk": { ...desk, before: ways.deskOutbox, path: "/outbox" },
};
