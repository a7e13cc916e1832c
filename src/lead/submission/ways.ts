import type { Consent } from "./consent.ts";
import type { JsonObject } from "../json.ts";

/** The ways to contact a person: a call, a text message, an email. */
export const ways = ["call", "text", "email"] as const;
export type Way = (typeof ways)[number];

/** A withdrawal that was recorded by mistake can be taken back for this time. Then Lofty gets it. */
export const withdrawalUndoMs = 20_000;

/** refused: the person forbids this way. unticked: the person was asked, or is a visitor, and did not allow it. */
export type Permission = "allowed" | "refused" | "unticked";
export type Permissions = { readonly [way in Way]: Permission };

const flags = { call: "cannotCall", text: "cannotText", email: "cannotEmail" } as const;
/** Lofty's flags against contact. Together they forbid all of it. */
export const contactFlags = ["cannotText", "cannotCall", "cannotEmail", "unsubscription"] as const;

/**
 * Returns what a person allowed. A flag of the lead forbids (true), whoever set it. Where a consent was given, only a
 * ticked channel is allowed, under every policy: the policy decides only what Lofty gets. A visitor without a consent
 * allowed nothing. Without a consent, staff decide: what they did not forbid is allowed. A recorded opt-out
 * (`optedOut`) of the same person is above all.
 */
export function permissionsOf(
  lead: JsonObject,
  consent: Pick<Consent, "channels"> | undefined,
  isVisitors: boolean,
  optedOut: readonly Way[] = [],
): Permissions {
  const of = (way: Way): Permission => {
    if (optedOut.includes(way)) return "refused";
    // Lofty: `unsubscription` is an opt-out of emails (sandbox/LOFTY.md 3.1).
    if (lead[flags[way]] === true || (way === "email" && lead["unsubscription"] === true)) return "refused";
    if (!consent) return isVisitors ? "unticked" : "allowed";
    const ticked = consent.channels[way];
    return ticked === undefined ? "unticked" : ticked ? "allowed" : "refused";
  };
  return { call: of("call"), text: of("text"), email: of("email") };
}

/** Returns the ways that a lead says no to: its person with "Please don't contact me", or staff with a flag. */
export function refusedWays(lead: JsonObject, consent: Pick<Consent, "channels"> | undefined): readonly Way[] {
  if (consent) return ways.filter((way) => consent.channels[way] === false);
  return ways.filter((way) => lead[flags[way]] === true || (way === "email" && lead["unsubscription"] === true));
}

/**
 * Returns the lead with its flags against these ways, and without a welcome e-mail to somebody who refuses e-mail. It is
 * unsubscribed only if its person has refused every way, now or before: a flag may also mean "not ticked".
 */
export function withoutWays(
  lead: JsonObject,
  optedOut: readonly Way[],
  consent: Pick<Consent, "channels"> | undefined,
): JsonObject {
  if (optedOut.length === 0) return lead;
  const forbidden = Object.fromEntries(optedOut.map((way) => [flags[way], true]));
  const refused = [...optedOut, ...refusedWays(lead, consent)];
  const all = ways.every((way) => refused.includes(way));
  return {
    ...lead,
    ...forbidden,
    ...(all ? { unsubscription: true } : {}),
    ...(optedOut.includes("email") ? { welcomeEmail: false } : {}),
  };
}
