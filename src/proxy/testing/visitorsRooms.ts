import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import type { Transport } from "../crm/crm.ts";
import { appOver } from "./appOver.ts";
import { consentGiven } from "./consentGiven.ts";
import type { Store } from "./onEveryStore.ts";

export const at = "2026-11-25T09:00:00.000Z";
export const consent = consentGiven(at);
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((set) => /^[^;]+/.exec(set)?.[0])
    .join("; ");

/** The real proxy on a store, with visitors, staff and a form link at its stations. `transport` replaces its CRM. */
export function visitorsRooms(store: Store, transport?: Transport) {
  let rooms: Awaited<ReturnType<typeof appOver>>;
  let staff = "";
  let link = "";
  /** The CRM knows one person by email. */
  const crm = async (url: string, { method, body }: RequestInit) => {
    const isKnown = url.includes("client%40example.com") || url.includes("client@example.com");
    if (method === "POST" && url.endsWith("/v1.0/leads")) return Response.json({ leadId: 7_000 + String(body).length });
    if (method === "GET" && /leads\?/.test(url))
      return Response.json({
        leads: isKnown ? [{ leadId: 42, firstName: "Cli", emails: ["client@example.com"] }] : [],
      });
    return Response.json({ leadId: 42, firstName: "Cli", emails: ["client@example.com"], notes: [] });
  };
  beforeAll(async () => {
    const variables = { STAFF_PASSCODE: "open sesame", CLIENT_RATE_PER_MINUTE: "0", PUBLIC_ORIGIN: "http://127.0.0.1" };
    rooms = await appOver(transport ?? crm, variables, store.driver());
    staff = cookiesOf(await rooms.send("POST", "/api/session", { passcode: "open sesame" }));
    const made = await rooms.send("POST", "/api/stations/front-desk/link", {}, { cookie: staff });
    const { url } = (await made.json()) as { url: string };
    link = cookiesOf(await rooms.send("GET", new URL(url).pathname));
  });
  afterAll(() => rooms.stop());

  async function post(body: object, cookie = "", id: string = randomUUID()) {
    const answer = await rooms.send("POST", "/api/leads", body, { cookie, "idempotency-key": id });
    const told = await answer.text();
    const json = JSON.parse(told) as { status?: string; issues?: readonly { path: string; code: string }[] };
    const [row] = await rooms.driver.query("SELECT * FROM submissions WHERE id = $1", [id]);
    const lead = row && (JSON.parse(String(row["lead"])) as Record<string, unknown>);
    return { id, status: answer.status, headers: answer.headers, told, json, row, lead };
  }
  const lead = { firstName: "Vi", emails: ["vi@example.com"] };
  const page = { station: "website", lead, capturedAt: at, consent };
  const viewOf = async (id: string, cookie: string, query = "") =>
    (await (await rooms.send("GET", `/api/stations/${id}${query}`, undefined, { cookie })).json()) as {
      version: string;
      profile: string;
    } & Record<string, unknown>;
  const change = async (id: string, changes: object) => {
    const now = await viewOf(id, staff);
    const answer = await rooms.send("PUT", `/api/stations/${id}`, { ...now, ...changes }, { cookie: staff });
    expect(answer.status).toBe(200);
  };
  return {
    /** Available when the first test begins. */
    get rooms() {
      return rooms;
    },
    get staff() {
      return staff;
    },
    get link() {
      return link;
    },
    ...{ lead, page, post, viewOf, change },
  };
}
