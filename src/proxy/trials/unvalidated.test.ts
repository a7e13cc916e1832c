import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Consent } from "#lead/submission/consent.ts";
import { appOver, unreachable } from "../testing/appOver.ts";

const at = "2026-11-25T09:00:00Z";
const odd = { toString: "x", valueOf: 1 };
/** Anybody may send these with an unknown station version: they are stored for staff and not validated. */
const leads: readonly object[] = [
  { firstName: odd },
  { firstName: [[odd]], lastName: odd },
  odd,
  { emails: odd, phones: [odd, [odd]], tagsAdd: odd },
  { inquiry: odd, property: [odd], leadFamilyMemberList: odd, customAttributeList: [odd, null, 7] },
  { id: "FORGED", status: "confirmed", event: { address: "FORGED" }, station: "FORGED" },
  { firstName: 7, lastName: null, content: odd, birthday: [odd] },
];

test("leads that were not validated break no list, file or page of staff, and forge no column", async () => {
  const rooms = await appOver(unreachable, {
    CLIENT_RATE_PER_MINUTE: "0",
    STAFF_PASSCODE: "sample passcode",
    FOYER_TIME_SCALE: "1",
    PUBLIC_ORIGIN: "http://127.0.0.1",
  });
  try {
    const shown = (await (await rooms.send("GET", "/api/stations/website")).json()) as { consent: Consent };
    const { version, text } = shown.consent;
    const consent = { version, text, language: "en", at, by: "self", channels: { email: true } };
    const ids: string[] = [];
    for (const lead of leads) {
      const id = randomUUID();
      const body = { station: "website", stationVersion: "00000000000000ff", capturedAt: at, consent, lead };
      const answer = await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
      expect([lead, answer.status]).toEqual([lead, 202]);
      ids.push(id);
    }
    const session = await rooms.send("POST", "/api/session", { passcode: "sample passcode" });
    const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? "";
    const read = async (path: string) => {
      const answer = await rooms.send("GET", path, undefined, { cookie });
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.text();
    };
    const today = at.slice(0, 10);

    for (const path of [
      "/api/outbox",
      "/api/outbox?group=needsYou",
      "/api/open",
      `/api/today?since=${today}T00:00:00Z`,
    ])
      await read(path);
    for (const id of ids) await read(`/api/outbox/${id}`);
    await read("/api/outbox/export?format=json");
    const [header = "", ...rows] = (await read("/api/outbox/export?format=csv")).trim().split("\r\n");
    expect(rows).toHaveLength(leads.length);
    const columns = header.replace(/^\uFEFF/, "").split(",");
    const forged = rows.find((row) => row.includes("FORGED"))?.split(",") ?? [];
    for (const name of ["id", "station", "status", "event.address"])
      expect(forged[columns.indexOf(`"${name}"`)]).not.toContain("FORGED");
  } finally {
    await rooms.stop();
  }
});
