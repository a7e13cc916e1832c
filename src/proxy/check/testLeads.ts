import { randomInt } from "node:crypto";
import { isObject } from "#lead/json.ts";
import { created } from "../crm/answer.ts";
import { findPeople, notesOn, personsIn, readPerson, type Person } from "../delivery/people.ts";
import type { RetryingCrm } from "./askWithRetries.ts";

export interface Made {
  /** The result in words, for the report. */
  readonly answer: string;
  readonly leadId?: string;
}

const mostLooks = 5;
const betweenMs = 3_000;

/** Creates leads that are named as tests, and reads them back. Never writes to other leads. */
export function testLeads({ ask, sleep }: RetryingCrm) {
  const stamp = Date.now().toString(36);
  const ids: string[] = [];
  let counted = 0;
  return {
    /** Returns every lead id that Lofty returned. */
    ids: (): readonly string[] => [...new Set(ids)],
    /** Names, emails and numbers that no other run uses. */
    email: () => `foyer-test-${stamp}-${(counted += 1)}@example.com`,
    lastName: (what: string) => `${what} ${stamp}`,
    /** Returns a sample number that nobody has; undefined when that is not certain. */
    phone: async (): Promise<string | undefined> => {
      const value = `${randomInt(201, 989)}55501${randomInt(10, 99)}`;
      const found = await findPeople(ask, { by: "phone", value });
      return found.kind === "people" && !found.others && !found.more && found.people.length === 0 ? value : undefined;
    },
    create: async (fields: object): Promise<Made> => {
      const lead = { firstName: "Foyer test", welcomeEmail: false, leadAlert: false, ...fields };
      const outcome = created(await ask("POST", "/v1.0/leads", JSON.stringify(lead)));
      if (outcome.kind !== "delivered") return { answer: "reason" in outcome ? outcome.reason : outcome.kind };
      ids.push(outcome.leadId);
      return { answer: "accepted", leadId: outcome.leadId };
    },
    /** Retries, because a new lead cannot be read at once, and a merged one perhaps never. */
    read: async (leadId: string | undefined): Promise<Person | undefined> => {
      if (leadId === undefined) return undefined;
      for (let looks = 0; looks < mostLooks; looks++) {
        await sleep(betweenMs);
        const found = await readPerson(ask, leadId);
        if (found.kind === "person") return found;
      }
      return undefined;
    },
    notes: async (leadId: string): Promise<readonly string[]> => {
      const found = await notesOn(ask, leadId);
      return found.kind === "notes" ? found.notes : [];
    },
    /** Returns how many of the newest leads have this last name. */
    named: async (lastName: string): Promise<number | undefined> => {
      await sleep(betweenMs);
      const reply = await ask("GET", "/v1.0/leads?limit=25");
      const body = reply.kind === "answered" && isObject(reply.body) ? reply.body : {};
      const { leads } = body;
      return Array.isArray(leads)
        ? personsIn(leads).filter(({ record }) => record["lastName"] === lastName).length
        : undefined;
    },
  };
}
export type TestLeads = ReturnType<typeof testLeads>;
