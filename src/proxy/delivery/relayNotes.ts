import type { After, Clock, Log } from "../platform/clock.ts";
import type { Gate } from "../crm/gate.ts";
import type { LaterNotes } from "../store/laterNotes.ts";
import { longestNoteWaitMs, postLaterNotes } from "./laterNotes.ts";
import { runLoop } from "./runLoop.ts";

interface Settings {
  readonly notes: LaterNotes;
  readonly mark: LaterNotes["write"];
  readonly gate: Gate;
  readonly clock: Clock;
  readonly after: After;
  readonly log: Log;
}

const mostAtOnce = 8;
/** A lead may have been read back meanwhile, so that its notes can go. */
const lookMs = 15_000;

/** Posts the notes that staff added later, one after the other. */
export function relayNotes({ notes, mark, gate, clock, after, log }: Settings) {
  const post = postLaterNotes({ notes, mark, gate, clock });
  const turns = runLoop({
    turn: async () => {
      if (gate.closed()) return;
      const due = await notes.due(clock.now(), clock.in(longestNoteWaitMs), mostAtOnce);
      for (const lead of due) if (!turns.isStopped()) await post(lead);
    },
    nextDue: notes.nextDue,
    longestMs: lookMs,
    gate,
    clock,
    after,
    onError: (error) => log("notes-failed", { error: String(error) }),
  });
  turns.wake();
  return turns;
}
