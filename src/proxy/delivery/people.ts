import { sameEmail } from "#lead/email.ts";
import { isObject } from "#lead/json.ts";
import { fewestDigits, phoneDigits } from "#lead/phone.ts";
import { leadIdOf } from "./answer.ts";
import type { Ask } from "./crm.ts";
import type { Failure } from "./outcome.ts";

/** A person in the CRM, as it is read. */
export interface Person {
  readonly leadId: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** An email or a phone: what people can be looked up by. */
export interface Contact {
  readonly by: "email" | "phone";
  readonly value: string;
}

const mostLookedUp = 4;

/** What a lead can be looked up by, emails first. */
export const contactsOf = (lead: { readonly [key: string]: unknown }): readonly Contact[] =>
  [
    ...textsIn(lead["emails"]).map((value): Contact => ({ by: "email", value })),
    ...textsIn(lead["phones"]).map((value): Contact => ({ by: "phone", value })),
  ].slice(0, mostLookedUp);

export const textsIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];

/** The same number, with or without the country's code. */
export function samePhone(one: string, other: string): boolean {
  const [short = "", long = ""] = [phoneDigits(one), phoneDigits(other)].sort((a, b) => a.length - b.length);
  return short.length >= fewestDigits && long.endsWith(short);
}

export const has = ({ record }: Person, { by, value }: Contact): boolean =>
  by === "email"
    ? textsIn(record["emails"]).some((email) => sameEmail(email, value))
    : textsIn(record["phones"]).some((phone) => samePhone(phone, value));

/**
 * The people with this email or phone. Lofty ignores parameters it does not know and then answers everybody (API.md 6,
 * trap 11), so each one is looked at; `others` says that there were such, and that the list may be short of ours.
 */
export async function findPeople(
  ask: Ask,
  contact: Contact,
): Promise<{ readonly kind: "people"; readonly people: readonly Person[]; readonly others: boolean } | Failure> {
  const value = contact.by === "phone" ? phoneDigits(contact.value).replace(/^1(?=\d{10}$)/, "") : contact.value;
  const query = new URLSearchParams({ [contact.by]: value, preciseSearchFlag: "true", limit: "50" });
  const reply = await ask("GET", `/v1.0/leads?${query}`);
  if (reply.kind !== "answered") return reply;
  const { leads } = isObject(reply.body) ? reply.body : {};
  if (!Array.isArray(leads)) return { kind: "unknown", reason: "no-list" };
  const all = leads.flatMap((record: unknown): Person[] => {
    const leadId = leadIdOf(record);
    return isObject(record) && leadId !== undefined ? [{ leadId, record }] : [];
  });
  const people = all.filter((person) => has(person, contact));
  return { kind: "people", people, others: people.length < leads.length };
}

/** The texts of a person's notes. */
export async function notesOn(
  ask: Ask,
  leadId: string,
): Promise<{ readonly kind: "notes"; readonly notes: readonly string[] } | Failure> {
  const reply = await ask("GET", `/v1.0/notes?leadId=${leadId}`);
  if (reply.kind !== "answered") return reply;
  const { notes } = isObject(reply.body) ? reply.body : {};
  if (!Array.isArray(notes)) return { kind: "unknown", reason: "no-list" };
  return { kind: "notes", notes: notes.map((note: unknown) => String(isObject(note) ? note["content"] : "")) };
}
