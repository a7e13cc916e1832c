import type { Call } from "./call.ts";
import { judge } from "./judge.ts";
import { nextId } from "./nextId.ts";
import { readableLead } from "./readableLead.ts";
import { gateway, noSuchLead, ok, type Reply } from "./reply.ts";
import { me } from "./sampleVocabulary.ts";
import type { Note } from "./store.ts";
import type { Settings } from "./switches.ts";
import type { World } from "./world.ts";

export function addNote(world: World, leadId: bigint, content: string, isPin: boolean): Note {
  const note = { noteId: nextId(world), leadId, at: world.now(), content, isPin };
  world.store.notes.set(note.noteId, note);
  return note;
}

/**
 * POST /v1.0/notes. Unlike PUT it is refused while the lead cannot be read (LOFTY.md 3.3). limits.ts cuts the content.
 */
export function createNote({ world, body }: Call): Reply {
  const { lead: note, refusal } = judge(world, "NoteRequest", body);
  if (refusal !== undefined) return refusal;
  const { leadId, content } = note;
  if (typeof content !== "string" || content.trim() === "") return gateway(400, 20012, "content is required");
  const lead = readableLead(world, BigInt(leadId as number | bigint));
  if (lead === undefined) return noSuchLead;
  const { noteId } = addNote(world, lead.leadId, content, note["isPin"] === true);
  return ok({ noteId });
}

/** GET /v1.0/notes?leadId= */
export function listNotes({ world, query }: Call): Reply {
  const leadId = query.get("leadId") ?? "";
  if (!/^\d+$/.test(leadId)) return gateway(400, "MISSING_PARAMETER", "leadId is required");
  if (readableLead(world, BigInt(leadId)) === undefined) return noSuchLead;
  return ok({ notes: notesOf(world, BigInt(leadId)).map((note) => shown(world, note)) });
}

/** GET /v1.0/notes/{noteId} */
export function readNote({ world, id }: Call): Reply {
  const note = world.store.notes.get(id);
  return note === undefined || readableLead(world, note.leadId) === undefined
    ? gateway(404, 20007, "Resource not exist")
    : ok({ note: shown(world, note) });
}

export const notesOf = ({ store }: World, leadId: bigint): Note[] =>
  [...store.notes.values()].filter((note) => note.leadId === leadId).toReversed();

/** A note in the format of a read. Times are 'yyyy-MM-dd HH:mm:ss' in UTC (LOFTY.md 5). */
function shown({ settings }: World, { noteId, leadId, at, content, isPin }: Note) {
  const time = new Date(at).toISOString().slice(0, 19).replace("T", " ");
  const who = { creatorId: me.memberUserId, creatorName: `${me.firstName} ${me.lastName}` };
  return {
    id: noteId,
    noteId,
    leadId,
    content: forms[settings.noteForm](content),
    isPin,
    createTime: time,
    lastUpdate: time,
    ...who,
    deleteFlag: false,
    systemNote: false,
  };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("'", "&#39;");
const asHtml = (text: string) => escaped(text).replaceAll("\n", "<br>");

const forms: Readonly<Record<Settings["noteForm"], (content: string) => string>> = {
  "as-sent": (content) => content,
  html: asHtml,
  "escaped-twice": (content) => escaped(asHtml(content)),
  "one-line": (content) => content.replaceAll("\n", " "),
};
