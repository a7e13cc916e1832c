import type { JsonObject } from "./exactJson.ts";
import { sampleAttributes } from "./sampleVocabulary.ts";

/** One created lead. A merged lead keeps its own record, which Lofty would not keep. */
export interface Lead {
  readonly leadId: bigint;
  readonly at: number;
  /** The time from which it can be read (LOFTY.md 3.3). */
  readonly readableAt: number;
  readonly received: JsonObject;
  readonly cut: string[];
  readonly ignored: readonly string[];
  /** The versions of the record, newest last, with the names of the request. `staleReadMs` reads an older one. */
  readonly versions: Version[];
  /** Properties from POST …/property, in addition to the one in the record. */
  readonly moreProperties: JsonObject[];
  readonly activities: JsonObject[];
  readonly mergedInto?: bigint;
}

export interface Version {
  readonly from: number;
  readonly record: JsonObject;
}

export interface Note {
  readonly noteId: bigint;
  readonly leadId: bigint;
  readonly at: number;
  readonly content: string;
  readonly isPin: boolean;
}

/** All data of the sandbox, in memory only. */
export interface Store {
  readonly leads: Map<bigint, Lead>;
  /** Lead id by e-mail address in lower case. */
  readonly byEmail: Map<string, bigint>;
  readonly notes: Map<bigint, Note>;
  readonly attributes: JsonObject[];
  readonly lastIds: { small: bigint; big: bigint };
}

export const emptyStore = (): Store => ({
  leads: new Map(),
  byEmail: new Map(),
  notes: new Map(),
  attributes: sampleAttributes.map((attribute) => ({ ...attribute })),
  lastIds: { small: 651_095_960_136_641n, big: 1_738_234_566_814_937_089n },
});

export const recordOf = (lead: Lead): JsonObject => lead.versions.at(-1)?.record ?? {};

export const textsIn = (record: JsonObject, name: string): string[] => {
  const list = record[name];
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
};

/** Adds a version that can be read from time `from`. Look-ups by its e-mails work at once. */
export function writeRecord(store: Store, lead: Lead, record: JsonObject, from: number): void {
  for (const email of textsIn(recordOf(lead), "emails"))
    if (store.byEmail.get(email.toLowerCase()) === lead.leadId) store.byEmail.delete(email.toLowerCase());
  lead.versions.push({ from: Math.max(from, lead.readableAt), record });
  for (const email of textsIn(record, "emails")) {
    const key = email.toLowerCase();
    if (!store.byEmail.has(key)) store.byEmail.set(key, lead.leadId);
  }
}
