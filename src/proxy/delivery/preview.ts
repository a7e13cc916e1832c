import { mostAsked, type AskedPerson, type InLofty, type KnownAnswer } from "#lead/submission/knownPeople.ts";
import type { Ask } from "../crm/crm.ts";
import type { After } from "../platform/clock.ts";
import { nameOf } from "../store/nameIn.ts";
import { everyContactOf, findPeople, type Contact } from "./people.ts";
import type { Recognition } from "./recognition.ts";

interface Settings {
  /** Asks the CRM with the lowest rank. */
  readonly ask: Ask;
  readonly recognition: Pick<Recognition, "works" | "doubt">;
  readonly after: After;
}

export interface Preview {
  /** Returns what is known of these people so far, and looks the others up, in this order. */
  readonly of: (session: string, people: readonly AskedPerson[]) => KnownAnswer["people"];
  readonly stop: () => void;
}

interface Asked {
  readonly person: AskedPerson;
  found: InLofty | false | null;
}

/** The people that one session asked for. */
interface List {
  readonly asked: Map<string, Asked>;
  /** By which the CRM listed people who do not match: its filter does not work. */
  readonly ignored: Set<Contact["by"]>;
  cancel: () => void;
}

/** Two pages of one session can ask in turn. */
const mostOfSession = 2 * mostAsked;
/** A page asks again every few seconds. A session that does not is forgotten. */
const keptMs = 30_000;

/**
 * Looks up the people of an import before anything is sent, one at a time and each session in turn. Everything is kept
 * in memory only. After a request that could not be sent, it goes on when a page asks again.
 */
export function previewWith({ ask, recognition, after }: Settings): Preview {
  const lists = new Map<string, List>();
  let isRunning = false;

  /** Returns undefined when the CRM could not be asked now. */
  const lookUp = async ({ email, phone }: AskedPerson, ignored: List["ignored"]) => {
    for (const contact of everyContactOf({ emails: [email], phones: [phone] })) {
      if (contact.value === "" || ignored.has(contact.by)) continue;
      const found = await findPeople(ask, contact);
      if (found.kind === "unknown" || found.kind === "refused") return false;
      if (found.kind !== "people") return undefined;
      const [first] = found.people;
      if (first) return { leadId: first.leadId, name: nameOf(first.record), more: found.people.length - 1 };
      if (!found.others) continue;
      ignored.add(contact.by);
      if (contact.by === "email") recognition.doubt();
    }
    return false;
  };
  /** Moves the session to the end, so that the next turn is another's. */
  const next = () => {
    for (const [session, list] of lists) {
      const one = [...list.asked.values()].find(({ found }) => found === null);
      if (!one) continue;
      lists.delete(session);
      lists.set(session, list);
      return { one, list };
    }
    return undefined;
  };
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      while (recognition.works() !== false) {
        const { one, list } = next() ?? {};
        const found = one && list && (await lookUp(one.person, list.ignored));
        if (!one || found === undefined) return;
        one.found = found;
      }
    } finally {
      isRunning = false;
    }
  };
  return {
    of: (session, people) => {
      const list = lists.get(session) ?? { asked: new Map<string, Asked>(), ignored: new Set(), cancel: () => {} };
      lists.set(session, list);
      list.cancel();
      list.cancel = after(keptMs, () => void lists.delete(session));
      const mine = people.map((person) => {
        const key = JSON.stringify([person.email, person.phone]);
        const one = list.asked.get(key) ?? { person, found: null };
        list.asked.delete(key);
        list.asked.set(key, one);
        return one;
      });
      for (const key of [...list.asked.keys()].slice(0, -mostOfSession)) list.asked.delete(key);
      void run();
      return mine.map(({ found }) => (recognition.works() === false ? (found ?? false) : found));
    },
    stop: () => {
      for (const { cancel } of lists.values()) cancel();
      lists.clear();
    },
  };
}
