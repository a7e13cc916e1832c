import type { Status } from "#lead/submission/submission.ts";
import type { Driver, Row, Statement } from "./driver/driver.ts";
import { done } from "./statuses.ts";
import { unreadableText } from "./driver/unreadable.ts";

/**
 * A note that staff added to a lead after it was saved. waiting: certainly not in the CRM. unknown: it may be there,
 * because it was marked before it was sent. refused: needs a person. Times are milliseconds since 1970.
 */
export interface LaterNote {
  readonly id: string;
  /** The number of the note in the CRM. It never changes, and no other note of the lead had it there. */
  readonly part: number;
  readonly text: string;
  readonly at: number;
  readonly status: "waiting" | "unknown" | "posted" | "refused";
  readonly reason?: string;
  /** When the relay handles it next; null when nothing is left to do. */
  readonly dueAt: number | null;
  /** Look-ups that succeeded and did not show the note. */
  readonly looks: number;
  /** Failures in a row. */
  readonly misses: number;
  /**
   * true: the person takes back all consent, so the note goes with the flags that forbid all contact. false: the person
   * asked for contact again (absent in those of earlier versions).
   */
  readonly forbids?: boolean;
  /** Our look-ups allowed one more post. */
  readonly isResend?: boolean;
}

/** The notes of one lead. `version` changes with every write. */
export interface NotesOfLead {
  readonly id: string;
  readonly status: Status;
  readonly leadId: string | null;
  readonly notes: readonly LaterNote[];
  readonly version: number;
}

export interface LaterNotes {
  /** Returns undefined when there is no such lead, or its notes cannot be read. Then they must not be replaced. */
  readonly find: (id: string) => Promise<NotesOfLead | undefined>;
  /**
   * Returns leads that were read back from the CRM and have a due note, oldest first. A note due after `latest` was
   * stored by a wrong clock.
   */
  readonly due: (now: number, latest: number, most: number) => Promise<readonly NotesOfLead[]>;
  /** Returns the time when the next note of a lead in the CRM is due. */
  readonly nextDue: () => Promise<number | undefined>;
  /** Returns the leads with a note that the CRM refused, newest first. */
  readonly refused: (most: number) => Promise<readonly string[]>;
  /**
   * Replaces the notes and runs `also`, in one transaction. Does neither and returns false when somebody changed the
   * notes since they were read.
   */
  readonly write: (from: NotesOfLead, notes: readonly LaterNote[], also?: readonly Statement[]) => Promise<boolean>;
}

/**
 * Earlier versions stored no number: it was the place in the list, from here on. An undo moved the places, so a note may
 * stand in the CRM under a higher number than its own.
 */
const firstPlace = 501;
/** New notes begin above all places. Numbers below are those of the lead itself (ourNotes.ts). */
const firstPart = 601;

/** Returns the notes of a lead with one more, which gets its number. */
export const withNote = (notes: readonly LaterNote[], note: Omit<LaterNote, "part">): readonly LaterNote[] => [
  ...notes,
  { ...note, part: Math.max(firstPart - 1, ...notes.map(({ part }) => part)) + 1 },
];

type Stored = Omit<LaterNote, "part"> & Partial<Pick<LaterNote, "part">>;
const numbered = (notes: readonly Stored[]): readonly LaterNote[] =>
  notes.map((note, place) => ({ part: firstPlace + place, ...note }));

const mostTries = 5;

/**
 * Edits the notes of a lead, again if others change them meanwhile. `edit` returns the new notes, or a refusal. `also`
 * runs with the change, in one transaction. Returns "written", "conflict" after five tries, the refusal, or undefined if
 * there is no such lead.
 */
export async function editNotes<Refusal extends object>(
  { find, write }: Pick<LaterNotes, "find" | "write">,
  id: string,
  edit: (notes: readonly LaterNote[]) => Edited<Refusal> | Promise<Edited<Refusal>>,
  also: readonly Statement[] = [],
): Promise<"written" | "conflict" | Refusal | undefined> {
  for (let tries = 0; tries < mostTries; tries++) {
    const found = await find(id);
    if (!found) return undefined;
    const edited = await edit(found.notes);
    if (!isNotes(edited)) return edited;
    const isSame = edited === found.notes && also.length === 0;
    if (isSame || (await write(found, edited, also))) return "written";
  }
  return "conflict";
}
type Edited<Refusal> = readonly LaterNote[] | Refusal;

const isNotes = (edited: readonly LaterNote[] | object): edited is readonly LaterNote[] => Array.isArray(edited);

const columns = `id, status, lead_id AS "leadId", later_notes, notes_version AS version`;
/**
 * A lead that was just delivered is read back first: until then Lofty may not have stored it, or the number that it gave
 * may be another person's.
 */
const inCrm = `notes_due IS NOT NULL AND ${done} AND (status = 'confirmed' OR due_at IS NULL)`;

export function laterNotesIn({ query, batch, personal }: Driver): LaterNotes {
  const isUnread = ({ later_notes: json }: Row) => json === unreadableText;
  const notesOf = ({ later_notes: json, ...row }: Row) =>
    ({
      ...row,
      notes: typeof json === "string" ? numbered(JSON.parse(json) as readonly Stored[]) : [],
    }) as unknown as NotesOfLead;
  const find = async (id: string) => {
    const [row] = await query(`SELECT ${columns} FROM submissions WHERE id = $1 AND lead IS NOT NULL`, [id]);
    return row && !isUnread(row) ? notesOf(row) : undefined;
  };
  return {
    find,
    due: async (now, latest, most) => {
      const sql = `SELECT ${columns} FROM submissions WHERE ${inCrm} AND (notes_due <= $1 OR notes_due > $2)
        ORDER BY notes_due LIMIT ${most}`;
      const rows = await query(sql, [now, latest]);
      // Their key may be put back. Until then they must not hold up the others.
      for (const { id = "" } of rows.filter(isUnread))
        await query("UPDATE submissions SET notes_due = $2 WHERE id = $1", [id, latest]);
      return rows.filter((row) => !isUnread(row)).map(notesOf);
    },
    nextDue: async () => {
      const [row] = await query(`SELECT min(notes_due) AS due FROM submissions WHERE ${inCrm}`);
      return row?.["due"] == null ? undefined : Number(row["due"]);
    },
    refused: async (most) => {
      const sql = `SELECT id FROM submissions WHERE notes_refused IS NOT NULL ORDER BY notes_refused DESC LIMIT ${most}`;
      return (await query(sql)).map(({ id }) => String(id));
    },
    write: async (from, notes, also = []) => {
      const due = notes.flatMap(({ dueAt }) => dueAt ?? []);
      const refusedAt = notes.filter(({ status }) => status === "refused").map(({ at }) => at);
      // A version must not be null: when it has changed, the transaction fails as a whole.
      const update: Statement = [
        `UPDATE submissions SET later_notes = ${personal.seal("later_notes", "$3", "id", "week")}, notes_due = $4, notes_refused = $5,
           notes_version = CASE WHEN notes_version = $2 AND lead IS NOT NULL THEN notes_version + 1 END WHERE id = $1`,
        [
          ...[from.id, from.version, JSON.stringify(notes), due.length > 0 ? Math.min(...due) : null],
          refusedAt.length > 0 ? Math.max(...refusedAt) : null,
        ],
      ];
      try {
        await batch([update, ...also]);
        return true;
      } catch (error) {
        if ((await find(from.id))?.version === from.version) throw error;
        return false;
      }
    },
  };
}
