import { createHmac, randomBytes } from "node:crypto";
import type { Who } from "../guard/sessions.ts";
import type { Outbox } from "../store/outbox.ts";
import type { Rules } from "./rulesFor.ts";

/** Who sends, from where, and the device's time when it did (header Foyer-Sent-At). */
export interface Sender {
  readonly who: Who;
  readonly session: string | undefined;
  readonly address: string;
  readonly sentAt: string | undefined;
}

/** More visitors than this behind one address at one website are no visitors: an open house has fewer in a day. */
const mostOpen = 50;

/** Lines in which leads wait: one of each session, and at an embed station, where anyone gets one, of each address. */
export function linesInto(outbox: Outbox) {
  /** Nobody can tell an address from the name of its line, nor from that of another run. */
  const key = randomBytes(32);
  const arriving = new Map<string, number>();
  return {
    /** How long a full line asks to wait. */
    fullMs: 60_000,
    of: ({ id, station }: Rules, { who, session, address }: Sender) => {
      const isVisitor = station?.profile === "embed" && who.role !== "staff";
      const client = isVisitor ? address : (session ?? address);
      const lane = createHmac("sha256", key).update(`${id} ${client}`).digest("base64url");
      return { lane, most: isVisitor ? mostOpen : Infinity };
    },
    /** Does the work unless `most` of the line are open or arriving; undefined then. */
    within: async <Value>(lane: string, most: number, work: () => Promise<Value>): Promise<Value | undefined> => {
      const here = (arriving.get(lane) ?? 0) + 1;
      arriving.set(lane, here);
      try {
        const isFull = most < Infinity && here + (await outbox.openIn(lane, most)) > most;
        return isFull ? undefined : await work();
      } finally {
        const left = (arriving.get(lane) ?? 1) - 1;
        if (left > 0) arriving.set(lane, left);
        else arriving.delete(lane);
      }
    },
  };
}
