import { randomUUID } from "node:crypto";
import { withdrawalUndoMs } from "#lead/submission/ways.ts";
import type { Clock } from "../platform/clock.ts";
import { utcMinute } from "../platform/utcMinute.ts";
import type { Gate } from "../crm/gate.ts";
import { partReference } from "../crm/footer.ts";
import { addNotes, forbidContact } from "./knownPerson.ts";
import { backoffMs, lookAtMs } from "./machine.ts";
import { partOf } from "./ourNotes.ts";
import { notesOn } from "./people.ts";
import { editNotes, type LaterNote, type LaterNotes, type NotesOfLead } from "../store/laterNotes.ts";

export const mostLaterNotes = 100;
const mostMisses = 40;
const longestMarkMs = 60_000;
/** Longer than any wait of a note. A later due time was stored before the clock went back. */
export const longestNoteWaitMs = 15 * 60_000;

type Unnumbered = Omit<LaterNote, "part">;

/** Returns a new note, due at once. */
export const newNote = (id: string, text: string, now: number): Unnumbered => ({
  ...{ id, text, at: now, status: "waiting", dueAt: now },
  ...{ looks: 0, misses: 0 },
});
/** Returns the note of a withdrawal. It goes out after the time for an undo. */
export const withdrawalNote = (now: number, clock: Clock): Unnumbered => ({
  ...newNote(
    randomUUID(),
    `This person asked not to be contacted: no calls, texts or emails (${utcMinute(now)}).`,
    now,
  ),
  ...{ dueAt: clock.in(withdrawalUndoMs), forbids: true },
});
/** Returns the note of a person who asked for contact again. Only staff can change the flags in the CRM. */
export const liftNote = (now: number): Unnumbered => ({
  ...newNote(
    randomUUID(),
    `This person asked to be contacted again (${utcMinute(now)}). Flags in Lofty are as they were.`,
    now,
  ),
  forbids: false,
});
/** Whether the notes hold a withdrawal that was not lifted later. */
export const isWithdrawn = (notes: readonly LaterNote[]): boolean =>
  notes.findLast(({ forbids }) => forbids !== undefined)?.forbids === true;
/** Returns true while nobody has tried to post the note. */
export const isHeldBack = ({ status, misses, dueAt, at }: LaterNote, now: number): boolean =>
  status === "waiting" && misses === 0 && dueAt !== null && dueAt > now && now >= at;

/** Staff decided that a refused note is posted again. It is looked for before. */
export const noteAgain = ({ id, part, text, at, forbids }: LaterNote, now: number): LaterNote => ({
  ...newNote(id, text, now),
  ...{ part, at },
  ...(forbids === undefined ? {} : { forbids }),
});

/** Staff did in the CRM what a refused note says. */
export function noteDone(note: LaterNote): LaterNote {
  const { reason: _reason, ...known } = note;
  return { ...known, status: "posted", dueAt: null };
}

interface Settings {
  readonly notes: Pick<LaterNotes, "find" | "write">;
  /** Like `write`, but only while this proxy relays. */
  readonly mark: LaterNotes["write"];
  readonly gate: Pick<Gate, "ask" | "enter" | "send">;
  readonly clock: Clock;
}

type Done = Partial<LaterNote>;
const gone = {};

/**
 * Returns a function that posts the due notes of a lead in the CRM. Each note ends with our reference and its number.
 * It is looked for before it is posted, and marked before the request: after a lost response or a crash it is looked
 * for again, for twelve minutes, before it is posted once more. So it is never lost and never there twice.
 */
export function postLaterNotes({ notes, mark, gate, clock }: Settings) {
  const ask = gate.ask("read-back");
  const refused = (reason: string): Done => ({ status: "refused", reason, dueAt: null });
  const posted: Done = { status: "posted", dueAt: null, looks: 0, misses: 0 };
  const lookNext = (looks: number): Done => {
    const waitMs = (lookAtMs[looks] ?? 0) - (lookAtMs[looks - 1] ?? 0);
    return { status: "unknown", looks, misses: 0, dueAt: clock.in(waitMs) };
  };
  const later = ({ misses }: LaterNote, reason: string): Done =>
    misses >= mostMisses ? refused(reason) : { misses: misses + 1, dueAt: clock.in(backoffMs(misses)) };

  /** Stores the change of one note. Another note may have been added meanwhile. Returns false when it is gone. */
  const record = async (lead: NotesOfLead, id: string, change: Done, write = notes.write): Promise<boolean> => {
    const edit = (all: readonly LaterNote[]) =>
      all.some((note) => note.id === id) ? all.map((note) => (note.id === id ? { ...note, ...change } : note)) : gone;
    return (await editNotes({ find: notes.find, write }, lead.id, edit)) === "written";
  };

  const isFarAhead = (dueAt: number) => dueAt > clock.in(longestNoteWaitMs);
  const isDue = ({ dueAt }: LaterNote) => dueAt !== null && (dueAt <= clock.now() || isFarAhead(dueAt));

  /** Returns what to store after a look and, if the note is certainly not there, the request. */
  const handle = async (lead: NotesOfLead, note: LaterNote): Promise<Done | undefined> => {
    const { leadId } = lead;
    // The clock went back since the last look. A look now may be too early to count.
    if (note.status === "unknown" && isFarAhead(note.dueAt ?? 0)) return lookNext(note.looks);
    // Staff found the lead in the CRM and gave no number. Only they can write there.
    if (leadId === null) return refused("no-lead-number");
    const there = await notesOn(ask, leadId);
    if (there.kind === "refused") return refused(there.reason);
    if (there.kind !== "notes") return later(note, "cannot-look-up");
    if (there.notes.some((one) => partOf(one, lead.id) === note.part)) return posted;
    if (note.status === "unknown") {
      // It may be among the notes that we did not read.
      if (there.more) return later(note, "cannot-look-up");
      if (note.looks + 1 < lookAtMs.length) return lookNext(note.looks + 1);
      return note.isResend ? refused("unknown-outcome") : { ...noteAgain(note, clock.now()), isResend: true };
    }
    if (!(await gate.enter("read-back"))) return later(note, "unreachable");
    const deadline = clock.in(longestMarkMs);
    if (!(await record(lead, note.id, lookNext(0), mark))) return undefined;
    // This process was paused, and another proxy relays now. That one looks for the note.
    if (clock.now() > deadline) return undefined;
    const content = `${note.text}\n-- foyer\n${partReference(lead.id, note.part)}`;
    // First the flags, so that the note proves them. They are not set when the person has asked for contact again.
    const barring = note.forbids && isWithdrawn(lead.notes) ? await forbidContact(gate.send, leadId) : undefined;
    const failure = barring ?? (await addNotes(gate.send, leadId, [content]));
    if (failure === undefined) return posted;
    if (failure.kind === "refused") return refused(failure.reason);
    if (failure.kind === "unknown") return undefined;
    return { ...later(note, "reason" in failure ? failure.reason : failure.kind), status: "waiting" };
  };

  return async (lead: NotesOfLead): Promise<void> => {
    for (const { id } of lead.notes.filter(isDue)) {
      // Staff may have undone it since it was read.
      const now = await notes.find(lead.id);
      const note = now?.notes.find((one) => one.id === id);
      const change = now && note && (await handle(now, note));
      if (now && change) await record(now, id, change);
    }
  };
}
