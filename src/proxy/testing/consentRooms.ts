import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { WholeLead } from "#lead/submission/staffAnswers.ts";
import type { Station } from "#lead/station/station.ts";
import { appOver } from "./appOver.ts";
import { sealFor } from "./sealFor.ts";

/** A proxy whose stations ask for consent and show an agency text, and a CRM that stores what it is sent. */

export const at = "2026-11-25T09:00:00.000Z";
export const english = "Sample Homes may contact me by the ways I ticked.";
export const german = "Sample Homes darf mich auf den gewählten Wegen erreichen.";
export const agency = "We work for the seller of this house.";
export const agencyInFrench = "Nous travaillons pour le vendeur de cette maison.";

export type Flags = Readonly<Record<string, unknown>>;

interface Case {
  readonly station?: string;
  readonly lead?: object;
  readonly consent?: object;
  readonly acknowledgement?: object;
}
const firstId = 7_000;
let count = 0;
/** Contacts that no other case uses. */
export const somebody = () => ({
  firstName: "Vi",
  emails: [`vi${++count}@example.com`],
  phones: [`(415) 555-${1000 + count}`],
});
export const consentOf = (channels: object, text = english, language = "en") => ({
  ...{ version: "2", text, language, at, by: "self", channels },
});
export const acknowledged = (more: object = {}) => ({ version: "A", text: agency, language: "en", at, ...more });

/** The channels of a person who ticked all. */
export const everything = { text: true, call: true, email: true };
/** The lines of a note that tell consent, agency text and opt-outs. */
export const footerOf = ({ content }: { readonly content: string }) =>
  content
    .slice(content.lastIndexOf("-- foyer"))
    .split("\n")
    .slice(2)
    .filter((line) => !line.startsWith("saved "));

/** Starts the rooms before the tests of a file and ends them after. */
export function consentRooms() {
  let rooms: Awaited<ReturnType<typeof appOver>>;
  let staff = "";
  let link = "";
  let kiosk = "";
  /** The leads and changes that the CRM was sent. */
  const created: Flags[] = [];
  const changed: { readonly path: string; readonly body: Flags }[] = [];

  const notes: Flags[] = [];
  /** A CRM that stores what it is sent. A search by contact finds nobody. */
  const crm = async (url: string, { method, body }: RequestInit) => {
    const { pathname: path, searchParams } = new URL(url);
    const sent = method === "GET" ? {} : (JSON.parse(String(body)) as Flags);
    if (method === "POST" && path === "/v1.0/leads") return Response.json({ leadId: firstId + created.push(sent) - 1 });
    if (method === "POST" && path === "/v1.0/notes") return Response.json({ noteId: notes.push(sent) });
    if (method === "PUT") changed.push({ path, body: sent });
    const leadId = /\d+$/.exec(path)?.[0] ?? searchParams.get("leadId");
    const there = notes
      .filter((note) => String(note["leadId"]) === leadId)
      .map((note, noteId) => ({ noteId, ...note }));
    const lead = created[Number(leadId) - firstId];
    return Response.json({ leads: [], lead: lead && { ...lead, leadId: Number(leadId) }, notes: there });
  };
  const cookieOf = (answer: Response) => answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const stationNow = async (id: string, cookie = staff, query = "") =>
    (await (await rooms.send("GET", `/api/stations/${id}${query}`, undefined, { cookie })).json()) as Station & {
      readonly version: string;
      readonly sealTo?: SealingKey;
    };
  const change = async (id: string, part: object) => {
    const answer = await rooms.send(
      "PUT",
      `/api/stations/${id}`,
      { ...(await stationNow(id)), ...part },
      { cookie: staff },
    );
    expect(answer.status).toBe(200);
  };

  const setPolicy = async (station: string, policy: "standard" | "strict") => {
    const { consent } = await stationNow(station);
    if (consent.policy !== policy) await change(station, { consent: { ...consent, policy } });
  };

  beforeAll(async () => {
    const variables = { STAFF_PASSCODE: "open sesame", CLIENT_RATE_PER_MINUTE: "0", PUBLIC_ORIGIN: "http://127.0.0.1" };
    rooms = await appOver(crm, variables);
    staff = cookieOf(await rooms.send("POST", "/api/session", { passcode: "open sesame" }));
    for (const id of ["kiosk", "website", "open-house"])
      await change(id, {
        languages: ["en", "es", "fr", "de", "zh-CN", "zh-TW", "ja"],
        consent: { version: "2", text: english, texts: { de: german }, policy: "standard" },
        acknowledgement: { version: "A", text: agency, texts: { fr: agencyInFrench }, asksName: true, asksAgent: true },
      });
    kiosk = cookieOf(await rooms.send("POST", "/api/session", { passcode: "open sesame", station: "kiosk" }));
    const made = await rooms.send("POST", "/api/stations/open-house/link", {}, { cookie: staff });
    link = cookieOf(await rooms.send("GET", new URL(((await made.json()) as { url: string }).url).pathname));
  });
  afterAll(() => rooms.stop());

  /** Sends a submission as the station's page sends it. Returns its id and the response. */
  async function submit({ station = "website", lead = somebody(), ...said }: Case) {
    const id = randomUUID();
    const envelope = { station, capturedAt: at };
    const headers = (cookie: string) => ({ "idempotency-key": id, ...(cookie ? { cookie } : {}) });
    if (station === "kiosk") {
      const { sealTo, version } = await stationNow("kiosk", kiosk);
      const sealed = await sealFor(sealTo as SealingKey, { lead, ...said });
      const body = { ...envelope, stationVersion: version, sealed };
      return { id, answer: await rooms.send("POST", "/api/leads", body, headers(kiosk)) };
    }
    const cookie = station === "open-house" ? link : station === "front-desk" ? staff : "";
    const { version } = await stationNow(station, cookie === "" ? staff : cookie);
    const body = { ...envelope, stationVersion: version, lead, ...said };
    return { id, answer: await rooms.send("POST", "/api/leads", body, headers(cookie)) };
  }

  /** Waits until the CRM has the lead. */
  async function delivered(id: string): Promise<Flags & { readonly content: string }> {
    const inCrm = () => created.find(({ content }) => String(content).includes(`ref ${id}`));
    await expect.poll(inCrm, { timeout: 20_000 }).toBeDefined();
    return inCrm() as Flags & { content: string };
  }
  /** Returns the row of a submission in the export; an empty one if there is none. */
  async function recordOf(id: string): Promise<Readonly<Record<string, string>>> {
    const file = await rooms.send("GET", "/api/consents/export?format=json", undefined, { cookie: staff });
    const rows = (await file.json()) as readonly Record<string, string>[];
    return rows.find((row) => row["id"] === id) ?? {};
  }

  const wholeOf = async (id: string) =>
    (await (await rooms.send("GET", `/api/outbox/${id}/whole`, undefined, { cookie: staff })).json()) as WholeLead;
  const withdraw = (id: string, method = "POST") =>
    rooms.send(method, `/api/outbox/${id}/withdrawal`, undefined, { cookie: staff });
  const send = (...asked: Parameters<typeof rooms.send>) => rooms.send(...asked);
  return {
    changed,
    submit,
    delivered,
    recordOf,
    wholeOf,
    withdraw,
    send,
    setPolicy,
    stationNow,
    asStaff: () => ({ cookie: staff }),
    driver: () => rooms.driver,
  };
}
