import type { Entry } from "../store/outbox.ts";
import type { simulatedCrm } from "./simulatedCrm.ts";

/** Compares the store's state of every acknowledged lead with the CRM. Lists contain ids. */
export function judgeWorld(
  acknowledged: readonly string[],
  entries: ReadonlyMap<string, Entry>,
  forgotten: ReadonlySet<string>,
  { made, traces, arrived, misplaced, people }: ReturnType<typeof simulatedCrm>,
) {
  const parked: Record<string, number> = {};
  const [lost, untrue, stuck]: [string[], string[], string[]] = [[], [], []];
  let confirmed = 0;
  let known = 0;
  for (const id of acknowledged) {
    const entry = entries.get(id);
    if (entry === undefined) {
      if (!forgotten.has(id)) lost.push(id);
    } else if (entry.status === "parked") {
      parked[entry.reason ?? "no reason"] = (parked[entry.reason ?? "no reason"] ?? 0) + 1;
      if (!entry.reason) lost.push(id);
    } else if (entry.status === "delivered" || entry.status === "confirmed") {
      if (entry.status === "confirmed") confirmed += 1;
      if (entry.reason === "known-person") known += 1;
      const person = people.get(entry.leadId ?? "");
      const isGhost = entry.status === "confirmed" && person?.survivor !== undefined;
      if (!person || isGhost || !arrived.has(id) || !traces.get(id)?.has(person.survivor ?? person)) untrue.push(id);
    } else stuck.push(id);
  }
  const doubled = [...made].filter(([id, count]) => count > 1 && !forgotten.has(id)).map(([id]) => id);
  const robbed = [...people.values()].filter((person) => person.isClient && !person.tags.includes("Client"));
  return {
    lost,
    untrue,
    misplaced,
    stuck,
    doubled,
    robbed: robbed.map(({ leadId }) => leadId),
    parked,
    confirmed,
    known,
  };
}
