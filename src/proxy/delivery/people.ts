import { sameEmail } from "#lead/email.ts";
import { isObject, textsIn } from "#lead/json.ts";
import { fewestDigits, phoneDigits } from "#lead/phone.ts";
import { leadIdOf } from "../crm/answer.ts";
import type { Ask } from "../crm/crm.ts";
import type { Failure } from "../crm/outcome.ts";
import { phoneNumber } from "../store/phoneNumber.ts";
import { pageSize, readList } from "./readList.ts";

/** A person as read from the CRM. */
export interface Person {
  readonly leadId: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** An email or a phone: the keys of a look-up. */
export interface Contact {
  readonly by: "email" | "phone";
  readonly value: string;
}

const mostLookedUp = 4;

/** Returns every email and phone of a lead or a record, emails first. */
export const everyContactOf = (lead: { readonly [key: string]: unknown }): readonly Contact[] => [
  ...textsIn(lead["emails"]).map((value): Contact => ({ by: "email", value })),
  ...textsIn(lead["phones"]).map((value): Contact => ({ by: "phone", value })),
];

/** Returns the contacts for the look-up of a lead, at most four. */
export const contactsOf = (lead: { readonly [key: string]: unknown }): readonly Contact[] =>
  everyContactOf(lead).slice(0, mostLookedUp);

/** Returns true for the same number, with or without the country code, and with or without an extension. */
export function samePhone(one: string, other: string): boolean {
  if (phoneNumber(one) !== "" && phoneNumber(one) === phoneNumber(other)) return true;
  return endsAlike(phoneDigits(one), phoneDigits(other)) || endsAlike(phoneNumber(one), phoneNumber(other));
}
function endsAlike(one: string, other: string): boolean {
  const [short = "", long = ""] = [one, other].sort((a, b) => a.length - b.length);
  return short.length >= fewestDigits && long.endsWith(short);
}

export const has = ({ record }: Person, { by, value }: Contact): boolean =>
  by === "email"
    ? textsIn(record["emails"]).some((email) => sameEmail(email, value))
    : textsIn(record["phones"]).some((phone) => samePhone(phone, value));

export interface People {
  readonly kind: "people";
  readonly people: readonly Person[];
  /**
   * The CRM listed somebody who does not match: its filter does not work, and our record may be missing from the list.
   */
  readonly others: boolean;
  /** The CRM lists more than we read, or that is uncertain. */
  readonly more: boolean;
}

/**
 * Returns the people with this email or phone. Lofty ignores unknown parameters and then lists everybody (LOFTY.md 6,
 * trap 11), so each person is checked.
 */
export async function findPeople(ask: Ask, contact: Contact): Promise<People | Failure> {
  const digits = phoneDigits(contact.value).replace(/^1(?=\d{10}$)/, "");
  const phone = digits.length < fewestDigits ? phoneNumber(contact.value) : digits;
  const value = contact.by === "phone" ? phone : contact.value;
  const isOther = (item: unknown) => !personsIn([item]).some((person) => has(person, contact));
  const query = { [contact.by]: value, preciseSearchFlag: "true", limit: String(pageSize) };
  const listed = await readList(ask, {
    path: "/v1.0/leads",
    key: "leads",
    query,
    idOf: leadIdOf,
    isEnough: (items) => items.some(isOther),
  });
  if (listed.kind !== "listed") return listed;
  const others = listed.items.some(isOther);
  const people = personsIn(listed.items).filter((person) => has(person, contact));
  return { kind: "people", people, others, more: !others && !listed.isWhole };
}

/** Returns the items that can be read as a person. */
export const personsIn = (items: readonly unknown[]): readonly Person[] =>
  items.flatMap((record): Person[] => {
    const leadId = leadIdOf(record);
    return isObject(record) && leadId !== undefined ? [{ leadId, record }] : [];
  });

/** Reads one person. Call it before you write to that id. */
export async function readPerson(ask: Ask, leadId: string): Promise<({ readonly kind: "person" } & Person) | Failure> {
  const reply = await ask("GET", `/v1.0/leads/${leadId}`);
  if (reply.kind !== "answered") return reply;
  const body = isObject(reply.body) ? reply.body : {};
  const [person] = personsIn([body["lead"] ?? body]);
  return person ? { kind: "person", ...person } : { kind: "unknown", reason: "no-lead" };
}

export interface Notes {
  readonly kind: "notes";
  readonly notes: readonly string[];
  /** The CRM has more notes than we read, or that is uncertain. */
  readonly more: boolean;
}

/** Returns the texts of a person's notes. */
export async function notesOn(ask: Ask, leadId: string): Promise<Notes | Failure> {
  const listed = await readList(ask, { path: "/v1.0/notes", key: "notes", query: { leadId }, idOf: noteIdOf });
  if (listed.kind !== "listed") return listed;
  return { kind: "notes", notes: listed.items.map(contentOf), more: !listed.isWhole };
}
const contentOf = (note: unknown) => String(isObject(note) ? note["content"] : "");
const noteIdOf = (note: unknown) => {
  const id = isObject(note) ? (note["noteId"] ?? note["id"]) : undefined;
  return id === undefined ? undefined : String(id);
};
