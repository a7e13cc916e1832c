import { hash, randomBytes } from "node:crypto";
import type { Who } from "../guard/who.ts";
import type { Outbox } from "../store/outbox.ts";
import type { Rules } from "./rulesFor.ts";
import { spamLike } from "./looksLikeSpam.ts";
import { cannotOpen, needsFix, versionUnknown } from "./parkedOnArrival.ts";

/** The sender of a request: role, session, address, the device's time (header Foyer-Sent-At), and whether it imports. */
export interface Sender {
  readonly who: Who;
  readonly session: string | undefined;
  readonly address: string;
  readonly sentAt: string | undefined;
  /** The header Foyer-Import: staff keyed the lead in from paper or a file, and nobody waits for it. */
  readonly isImport?: boolean;
}

/** An open house has fewer visitors in a day. More leads from one address to one website are not real visitors. */
const mostOfAddress = 50;
/** Ten times the limit of an address, for senders who have many addresses. */
const mostOfStation = 500;

/** What is known of a submission before it is validated. */
interface Looks {
  readonly isSealed: boolean;
  readonly isSpam: boolean;
}

/** At most `most` leads of visitors may wait in `line`: a lane, or a whole station. */
interface Bound {
  readonly by: "lane" | "station";
  readonly line: string;
  readonly most: number;
  /** When set, leads that were parked on arrival for these reasons count; otherwise those on their way. */
  readonly parkedFor: readonly string[] | undefined;
}

/** Assigns leads to lanes: one lane per session. Where a form link or nothing is needed: one per address. */
export function linesInto(outbox: Outbox) {
  /** With a random key per process, a lane's name reveals no address and cannot be compared with another run's. */
  const key = randomBytes(32).toString("base64url");
  const arriving = new Map<string, number>();
  /** Runs `work`, or returns undefined when the line is full. Open and arriving leads count. */
  const withinOne = async <Value>({ by, line, most, parkedFor }: Bound, work: () => Promise<Value | undefined>) => {
    const name = JSON.stringify([by, line, parkedFor]);
    const here = (arriving.get(name) ?? 0) + 1;
    arriving.set(name, here);
    try {
      return here + (await outbox.visitorsIn(by, line, most, parkedFor)) > most ? undefined : await work();
    } finally {
      const left = (arriving.get(name) ?? 1) - 1;
      if (left > 0) arriving.set(name, left);
      else arriving.delete(name);
    }
  };
  return {
    /** The wait that a full line asks for, in ms. */
    fullMs: 60_000,
    /** Returns the lane of a lead and its limits. There are none for senders who signed in with the passcode. */
    of: ({ id, station }: Rules, { who, session, address, isImport }: Sender, { isSealed, isSpam }: Looks) => {
      // Anyone can open a form link. It has no session.
      const isAnyone = who.role === "stranger" || (who.role === "kiosk" && session === undefined);
      const isBound = isAnyone || (who.role !== "staff" && station?.profile === "embed");
      const client = isBound ? address : (session ?? address);
      const lane = hash("sha256", `${key} ${id} ${client}${isImport ? " import" : ""}`, "base64url");
      const parking = isSealed ? [needsFix, cannotOpen, versionUnknown] : [versionUnknown];
      // Whether a sealed lead will be parked is not known before it was validated.
      const counted = [
        ...(station && !isSpam ? [undefined] : []),
        ...(isSealed || !station ? [parking] : []),
        ...(isSpam ? [[spamLike]] : []),
      ];
      const bounds = counted.flatMap((parkedFor): readonly Bound[] => [
        { by: "lane", line: lane, most: mostOfAddress, parkedFor },
        { by: "station", line: id, most: mostOfStation, parkedFor },
      ]);
      return { lane, bounds: isBound ? bounds : [] };
    },
    /**
     * Runs `work` within all limits; returns undefined when one is reached. What the first limit refuses does not count
     * for the next.
     */
    within: async <Value>(bounds: readonly Bound[], work: () => Promise<Value>): Promise<Value | undefined> =>
      bounds.reduceRight<() => Promise<Value | undefined>>((inner, bound) => () => withinOne(bound, inner), work)(),
  };
}
