import type { Ask } from "./crm.ts";
import { findPeople, has, readPerson, type Contact } from "./people.ts";

/** A person of ours in the CRM, by an email. */
export interface Known {
  readonly leadId: string;
  readonly email: string;
}

export interface Recognition {
  /** Whether look-ups by email work with this credential; undefined while that is not known. */
  readonly works: () => boolean | undefined;
  /** A look-up listed people who were not asked for: tried again at once. */
  readonly doubt: () => void;
  /** A lead that was delivered and read back: its email can be asked for. Kept in memory only. */
  readonly met: (known: Known) => void;
  readonly stop: () => void;
}

interface Settings {
  readonly ask: Ask;
  /** Calls back after some milliseconds; returns how to cancel. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly log: (event: string, facts: object) => void;
  /** A lead that was read back earlier. */
  readonly recall: () => Promise<Known | undefined>;
}

const dayMs = 24 * 60 * 60_000;
/** While the answer is bad or missing. */
const soonMs = 10 * 60_000;
/** `.invalid` is never anybody's (RFC 2606). */
const nobody: Contact = { by: "email", value: "nobody@foyer.invalid" };

interface KnownPerson {
  readonly find: () => Promise<Known | undefined>;
  /** The CRM has that person no more, or under another email. */
  readonly forget: () => void;
}

/** Asks for an email that cannot exist and for one that does. Undefined when nobody can tell. */
export async function recognizes(ask: Ask, known: KnownPerson): Promise<boolean | undefined> {
  // Twice: one odd answer is no rule.
  for (let times = 0; times < 2; times++) {
    const found = await findPeople(ask, nobody);
    if (found.kind !== "people") return undefined;
    if (!found.others) return findsKnown(ask, known);
  }
  return false;
}

async function findsKnown(ask: Ask, { find, forget }: KnownPerson): Promise<boolean | undefined> {
  const known = await find();
  if (known === undefined) return undefined;
  const contact: Contact = { by: "email", value: known.email };
  const found = await findPeople(ask, contact);
  if (found.kind !== "people") return undefined;
  if (found.others) return false;
  if (found.people.length > 0) return true;
  // Not found: is the person still there, with this address?
  const person = await readPerson(ask, known.leadId);
  if (person.kind === "person" && has(person, contact)) return false;
  if (person.kind === "person" || person.kind === "refused") forget();
  return undefined;
}

/**
 * Whether this credential can recognize people by email: one client saw every filter ignored (API.md 9). At start and
 * daily it asks for an address that exists and for one that cannot; a CRM that answers both alike does not filter.
 */
export function recognitionOf({ ask, after, log, recall }: Settings): Recognition {
  let works: boolean | undefined;
  let known: Known | undefined;
  let cancel = () => {};
  let trying: Promise<void> | undefined;
  let stopped = false;

  const answer = () =>
    recognizes(ask, {
      find: async () => (known ??= await recall()),
      forget: () => (known = undefined),
    });
  const attempt = async () => {
    const before = works;
    const now = await answer();
    if (now !== undefined) works = now;
    if (works !== before) log("recognition", { works });
    schedule(works === true ? dayMs : soonMs);
  };
  const schedule = (ms: number) => {
    cancel();
    if (!stopped) cancel = after(ms, run);
  };
  const run = () => {
    trying ??= attempt()
      .catch((error: unknown) => {
        log("recognition-failed", { error: String(error) });
        schedule(soonMs);
      })
      .finally(() => (trying = undefined));
  };
  run();
  return {
    works: () => works,
    doubt: () => {
      if (works !== false && !stopped) run();
    },
    met: (person) => {
      known = person;
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
