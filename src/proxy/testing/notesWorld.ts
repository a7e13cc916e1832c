import { newNote } from "../delivery/laterNotes.ts";
import { relayNotes } from "../delivery/relayNotes.ts";
import { laterNotesIn, withNote, type LaterNote } from "../store/laterNotes.ts";
import { relayOver } from "./relayOver.ts";

export const id = "00000000-0000-4000-8000-000000000001";
export const noteId = "00000000-0000-4000-8000-000000000002";
export const minuteMs = 60_000;
export const yearMs = 365 * 24 * 60 * minuteMs;

/** A CRM that only keeps notes. `fault` decides what happens to a post: the note is kept, and how it is answered. */
export async function notesWorld(
  fault: (posts: number) => { kept: boolean; answer: Response | undefined; shownAfterMs?: number },
) {
  const kept: { readonly content: string; readonly shownAt: number }[] = [];
  let posts = 0;
  let readStatus = 200;
  const rooms = await relayOver(async (url, init) => {
    if (init.method === "POST" && url.endsWith("/v1.0/notes")) {
      const { kept: isKept, answer, shownAfterMs = 0 } = fault(++posts);
      const { content } = JSON.parse(String(init.body)) as { content: string };
      if (isKept) kept.push({ content, shownAt: rooms.time.real() + shownAfterMs });
      if (answer) return answer;
      throw new Error("lost");
    }
    if (readStatus !== 200) return new Response("", { status: readStatus });
    const notes = kept.filter(({ shownAt }) => shownAt <= rooms.time.real());
    return Response.json({ notes: notes.map(({ content }, index) => ({ noteId: index, content })) });
  });
  const notes = laterNotesIn(rooms.driver);
  const begin = (mark = notes.write) =>
    relayNotes({ notes, mark, gate: rooms.gate, clock: rooms.clock, after: rooms.time.after, log: () => undefined });
  const edit = async (change: (all: readonly LaterNote[]) => readonly LaterNote[], of = id) => {
    const found = await notes.find(of);
    if (found) await notes.write(found, change(found.notes));
  };
  const add = (text = "Asked about the roof", as = noteId) =>
    edit((all) => withNote(all, newNote(as, text, rooms.time.now())));
  const deliver = (of = id) => rooms.add(of, {}, { status: "confirmed", leadId: "77", dueAt: null });
  const now = async () => (await notes.find(id))?.notes.map(({ status, reason }) => reason ?? status);
  return {
    ...rooms,
    accept: rooms.add,
    notes,
    begin,
    edit,
    add,
    deliver,
    now,
    kept,
    posts: () => posts,
    read: (status: number) => (readStatus = status),
  };
}
export const ok = () => Response.json({ noteId: 1 });
