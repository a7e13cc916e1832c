import { faultNames } from "./faults.ts";
import { aims } from "./kinds.ts";
import { count, oneOf } from "./switch.ts";

/** Switches for delays and failures. All are off by default. */
export const faultSwitches = {
  delayMs: count(0, {}, "stand-in", "7", "The answer waits so long; a lead is stored when its request arrives."),
  delayOn: oneOf(aims, "stand-in", "7", "The requests delayMs is for."),
  processAfterMs: count(
    0,
    {},
    "stand-in",
    "7",
    "A create is processed only after so long, even when the caller has gone.",
  ),
  fault: oneOf(
    faultNames,
    "stand-in",
    "7",
    "What goes wrong. A name says whether the request is processed (commitThen…) or not.",
  ),
  faultOn: oneOf(aims, "stand-in", "7", "The requests fault is for."),
  faultCount: count(0, {}, "stand-in", "7", "After so many, fault goes back to none. 0: it stays."),
  faultProbability: count(1, { to: 1, whole: false }, "stand-in", "7", "The share of those requests that fails."),
  lookupFault: oneOf(faultNames, "stand-in", "7", "What goes wrong with look-ups (GET /v1.0/leads), next to fault."),
  lookupFaultCount: count(0, {}, "stand-in", "7", "After so many, lookupFault goes back to none. 0: it stays."),
  faultSeed: count(
    0,
    { to: 4_294_967_295 },
    "stand-in",
    "7",
    "Starts a repeatable series for faultProbability. 0: the one the sandbox was started with.",
  ),
  tokenExpiresSeconds: count(
    3600,
    { to: 15_552_000 },
    "assumed",
    "1",
    "Life of an OAuth access token; counts for those already given too.",
  ),
  refreshTokens: oneOf(
    ["rotate", "rotate-keep-old", "keep"],
    "assumed",
    "1",
    "A refresh gives a new refresh token and ends the old one; gives a new one; gives none.",
  ),
};
