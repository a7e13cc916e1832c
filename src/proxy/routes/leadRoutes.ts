import type { Context, Hono } from "hono";
import * as z from "zod/mini";
import { manyLines } from "#lead/submission/envelope.ts";
import { limits } from "#lead/limits.ts";
import type { WholeLead } from "#lead/submission/staffAnswers.ts";
import { ways } from "#lead/submission/ways.ts";
import type { Credential } from "../crm/credential.ts";
import type { Ask } from "../crm/crm.ts";
import type { Pause } from "../crm/gate.ts";
import {
  isHeldBack,
  isWithdrawn,
  liftNote,
  mostLaterNotes,
  newNote,
  noteAgain,
  noteDone,
  withdrawalNote,
} from "../delivery/laterNotes.ts";
import { problem } from "../http/problem.ts";
import { heldBy } from "../intake/receipt.ts";
import type { Clock } from "../platform/clock.ts";
import { outboxView } from "../staff/outboxView.ts";
import { againstIn } from "../staff/dayPerson.ts";
import { heldLead, wholeLead } from "../staff/wholeLead.ts";
import type { Statement } from "../store/driver/driver.ts";
import { editNotes, withNote, type LaterNote, type LaterNotes } from "../store/laterNotes.ts";
import type { OptOuts } from "../store/optOuts.ts";
import type { Entry, Outbox } from "../store/outbox.ts";
import { reachIn } from "../store/reach.ts";
import { isReadable } from "../store/driver/unreadable.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";

export interface LeadParts {
  readonly outbox: Outbox;
  readonly laterNotes: LaterNotes;
  readonly optOuts: OptOuts;
  /** Call it when a note is due. */
  readonly wakeNotes: () => void;
  /** Reads from the CRM for staff who wait. */
  readonly readCrm: Ask;
  readonly clock: Clock;
  readonly paused: () => Pause | undefined;
  readonly credential: Credential;
  readonly crmPage: (leadId: string | null) => string;
}

const noteBody = z.strictObject({ id: z.uuid(), text: manyLines(limits.note).check(z.minLength(1)) });
const refusedBody = z.strictObject({ action: z.enum(["in-crm", "send-again"]) });

/** Routes for everything of one lead: what was sent, what the CRM holds, and notes that staff add later. */
export function leadRoutes(app: Hono<Asked>, parts: LeadParts) {
  const { outbox, laterNotes, optOuts, wakeNotes, readCrm, clock, paused, credential, crmPage } = parts;
  const missing = () => problem(404, "not-found", "No such submission");
  const wholeOf = async (id: string): Promise<WholeLead | undefined> => {
    const entry = await outbox.find(id);
    if (!entry) return undefined;
    const { notes = [] } = (await laterNotes.find(id)) ?? {};
    const [optedOut, withdrawals] = await Promise.all([optOuts.ofLead(entry), optOuts.withdrawals([id])]);
    const against = againstIn(optedOut, withdrawals.get(id));
    return { entry: outboxView(heldBy(entry, credential), paused(), crmPage), ...wholeLead(entry, notes, against) };
  };
  /** Changes the notes of a lead, and the opt-outs with them. Returns a refusal when there is nothing to change. */
  const change = async (
    id: string,
    edit: Parameters<typeof editNotes<Response>>[2],
    also?: readonly Statement[],
  ): Promise<Response | undefined> => {
    const done = (await editNotes(laterNotes, id, edit, also)) ?? missing();
    if (done === "conflict") return problem(409, "not-added", "The notes have changed meanwhile");
    return done === "written" ? undefined : done;
  };
  const answer = async (id: string, refusal: Response | undefined) => {
    if (refusal) return refusal;
    wakeNotes();
    const whole = await wholeOf(id);
    return whole ? Response.json(whole) : missing();
  };

  app.get("/api/outbox/:id/whole", staffOnly, async (c) => {
    const whole = await wholeOf(c.req.param("id").toLowerCase());
    return whole ? c.json(whole) : missing();
  });
  app.get("/api/outbox/:id/held", staffOnly, async (c) => {
    const entry = await outbox.find(c.req.param("id").toLowerCase());
    if (!entry) return missing();
    if (entry.leadId === null) return problem(409, "not-in-crm", "It is not in the CRM, as far as we know");
    const found = await heldLead(readCrm, entry.leadId);
    if (found.kind === "held") return c.json({ held: found.held, notes: found.notes });
    if (found.kind === "refused" && found.status === 404) return problem(410, "gone", "The CRM has no such lead now");
    return problem(503, "crm-unavailable", "It cannot be read now");
  });
  /** Runs `work` with the lead in the URL, if its answers can be read. */
  const withLead = async (c: Context<Asked>, work: (id: string, entry: Entry) => Promise<Response>) => {
    const id = (c.req.param("id") ?? "").toLowerCase();
    const entry = await outbox.find(id);
    if (!entry || entry.lead === "") return missing();
    return isReadable(entry) ? work(id, entry) : problem(409, "unreadable", "Its answers cannot be read");
  };
  app.post("/api/outbox/:id/notes", staffOnly, (c) =>
    withBody(c, noteBody, ({ id: noteId, text }) =>
      withLead(c, async (id) => {
        const refusal = await change(id, (notes) => {
          const same = notes.find((note) => note.id === noteId);
          if (same)
            return same.text === text ? notes : problem(409, "note-differs", "It has this note with another text");
          if (notes.length >= mostLaterNotes) return problem(409, "too-many", "It has too many notes");
          return withNote(notes, newNote(noteId, text, clock.now()));
        });
        return answer(id, refusal);
      }),
    ),
  );
  app.post("/api/outbox/:id/withdrawal", staffOnly, (c) =>
    withLead(c, async (id, entry) => {
      const now = clock.now();
      const edit = async (notes: readonly LaterNote[]) => {
        const isRecorded = (await optOuts.ofLead(entry)).length === ways.length;
        return isRecorded && isWithdrawn(notes) ? notes : withNote(notes, withdrawalNote(now, clock));
      };
      return answer(id, await change(id, edit, optOuts.withdrawal({ id, reach: reachIn(entry.lead) }, now)));
    }),
  );
  app.delete("/api/outbox/:id/withdrawal", staffOnly, async (c) => {
    const id = c.req.param("id").toLowerCase();
    const edit = (notes: readonly LaterNote[]) => {
      // Keeps an earlier withdrawal that was sent before staff lifted it.
      const rest = notes.filter((note) => !(note.forbids && isHeldBack(note, clock.now())));
      return rest.length < notes.length ? rest : problem(409, "too-late", "It is on its way to the CRM");
    };
    return answer(id, await change(id, edit, [optOuts.undo(id)]));
  });
  app.delete("/api/outbox/:id/opt-outs", staffOnly, (c) =>
    withLead(c, async (id, entry) => {
      if ((await optOuts.ofLead(entry)).length === 0) return answer(id, undefined);
      const now = clock.now();
      const edit = (notes: readonly LaterNote[]) => withNote(notes, liftNote(now));
      return answer(id, await change(id, edit, optOuts.lift({ id, reach: reachIn(entry.lead) }, now)));
    }),
  );
  app.post("/api/outbox/:id/notes/:note", staffOnly, (c) =>
    withBody(c, refusedBody, async ({ action }) => {
      const id = c.req.param("id").toLowerCase();
      const settle = (note: LaterNote) => (action === "in-crm" ? noteDone(note) : noteAgain(note, clock.now()));
      const isMeant = ({ id: one, status }: LaterNote) => one === c.req.param("note") && status === "refused";
      return answer(id, await change(id, (notes) => notes.map((note) => (isMeant(note) ? settle(note) : note))));
    }),
  );
}
