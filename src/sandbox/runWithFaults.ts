import { toAnswer, type Answer } from "./answer.ts";
import { type Fault, type FaultName, faults } from "./faults.ts";
import type { Aim, Kind } from "./kinds.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { Reply } from "./reply.ts";
import type { World } from "./world.ts";

export interface Job {
  readonly kind: Kind;
  readonly run: () => Reply;
}

const nothing: Answer = { status: 200, headers: {}, body: "", way: "whole" };

/** Processes a request and applies the active fault. Waits are not canceled when the caller disconnects. */
export async function runWithFaults(world: World, { kind, run }: Job, entry: LedgerEntry): Promise<Answer> {
  const { settings, wait } = world;
  const name = nextFault(world, kind);
  if (name !== "none") entry.fault = name;
  const fault: Fault = faults[name];
  const delayMs = isFor(settings.delayOn, kind) ? settings.delayMs : 0;

  const process = async () => {
    if (kind === "create") await wait(settings.processAfterMs);
    return toAnswer(run(), settings);
  };
  if (fault.processed === "after") void process();
  const right = fault.processed === "before" ? await process() : nothing;
  await wait(delayMs);
  return {
    status: fault.status ?? right.status,
    headers: fault.headers ?? right.headers,
    body: fault.body?.(right.body) ?? right.body,
    way: fault.way ?? "whole",
  };
}

const isFor = (aimedAt: Aim, kind: Kind) => aimedAt === "all" || aimedAt === kind;

/** Returns the fault for this request, and counts it down if its number is limited. */
function nextFault(world: World, kind: Kind): FaultName {
  const { settings } = world;
  if (kind === "lookup" && settings.lookupFault !== "none") {
    const name = settings.lookupFault;
    if (settings.lookupFaultCount > 0 && --settings.lookupFaultCount === 0) settings.lookupFault = "none";
    return name;
  }
  const name = settings.fault;
  if (name === "none" || !isFor(settings.faultOn, kind)) return "none";
  if (settings.faultProbability < 1 && world.chance() >= settings.faultProbability) return "none";
  if (settings.faultCount > 0 && --settings.faultCount === 0) settings.fault = "none";
  return name;
}
