import type { Ask } from "../crm/crm.ts";
import { findPeople, has, readPerson, type Contact } from "./people.ts";

/** One of our leads in the CRM, with its email. */
export interface Known {
  readonly leadId: string;
  readonly email: string;
}

export interface Recognition {
  /** Whether look-ups by email work with this credential; undefined while unknown. */
  readonly works: () => boolean | undefined;
  /** A look-up listed people who do not match: checks again at once. */
  readonly doubt: () => void;
  /** A lead was delivered and read back: checks may use its email. Stored in memory only. */
  readonly met: (known: Known) => void;
  readonly stop: () => void;
}

interface Settings {
  readonly ask: Ask;
  /** Calls `run` after `ms`. Returns a cancel function. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly log: (event: string, facts: object) => void;
  /** Returns leads that were read back earlier, newest first. */
  readonly recall: () => Promise<readonly Known[]>;
}

const dayMs = 24 * 60 * 60_000;
/** The interval while look-ups do not work or the result is missing. */
const soonMs = 10 * 60_000;
/** `.invalid` addresses never exist (RFC 2606). */
const nobody: Contact = { by: "email", value: "nobody@foyer.invalid" };

interface KnownPeople {
  readonly find: () => Promise<readonly Known[]>;
  /** The CRM no longer has the person, or has another email. */
  readonly forget: (known: Known) => void;
}
/** A search may miss one email that it holds, such as one with odd letters. Two of three people prove more. */
const mostAsked = 3;
const mostMissed = 1;

/** Looks up an email that cannot exist and one that exists. Returns undefined when the result is uncertain. */
export async function recognizes(ask: Ask, known: KnownPeople): Promise<boolean | undefined> {
  // Twice, because one odd response is not enough.
  for (let times = 0; times < 2; times++) {
    const found = await findPeople(ask, nobody);
    if (found.kind !== "people") return undefined;
    if (!found.others) return findsKnown(ask, known);
  }
  return false;
}

async function findsKnown(ask: Ask, { find, forget }: KnownPeople): Promise<boolean | undefined> {
  let missed = 0;
  for (const known of (await find()).slice(0, mostAsked)) {
    const contact: Contact = { by: "email", value: known.email };
    const found = await findPeople(ask, contact);
    if (found.kind !== "people") return undefined;
    if (found.others) return false;
    if (found.people.length > 0) return true;
    // Not found: check whether the person still exists with this email.
    const person = await readPerson(ask, known.leadId);
    if (person.kind === "person" && has(person, contact)) missed += 1;
    else if (person.kind === "person" || person.kind === "refused") forget(known);
  }
  return missed > mostMissed ? false : undefined;
}

/**
 * Checks whether this credential can look people up by email; one client saw every filter ignored (LOFTY.md 9). At
 * start and once a day it asks for an email that exists and for one that cannot exist. A CRM that returns the same for
 * both does not filter.
 */
export function recognitionOf({ ask, after, log, recall }: Settings): Recognition {
  let works: boolean | undefined;
  let known: readonly Known[] = [];
  let cancel = () => {};
  let trying: Promise<void> | undefined;
  let stopped = false;

  const answer = () =>
    recognizes(ask, {
      find: async () => {
        if (known.length < mostAsked) known = distinct([...known, ...(await recall())]);
        return known;
      },
      forget: (gone) => (known = known.filter((one) => one !== gone)),
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
      known = distinct([person, ...known]).slice(0, mostAsked);
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

const distinct = (people: readonly Known[]): readonly Known[] =>
  people.filter(({ email }, index) => people.findIndex((one) => one.email === email) === index);
