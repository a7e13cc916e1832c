import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Consent } from "#lead/consent.ts";
import { appOver, unreachable } from "../testing/appOver.ts";

test("400 posts of one address to a website leave 50 leads open there; staff and a known key are not refused", async () => {
  const rooms = await appOver(unreachable, {
    CLIENT_RATE_PER_MINUTE: "0",
    STAFF_PASSCODE: "sample passcode",
    FOYER_TIME_SCALE: "1",
  });
  const shown = (await (await rooms.send("GET", "/api/stations/website")).json()) as { consent: Consent };
  const { version, text } = shown.consent;
  const at = "2026-11-25T09:00:00Z";
  const consent = { version, text, language: "en", at, by: "self", channels: { email: true } };
  const post = async (station: string, id: string = randomUUID(), cookie = "") =>
    rooms.send(
      "POST",
      "/api/leads",
      {
        station,
        lead: { firstName: "Sample", emails: ["sample@example.com"] },
        capturedAt: at,
        ...(station === "website" ? { consent } : {}),
      },
      { "idempotency-key": id, ...(cookie ? { cookie } : {}) },
    );
  const ids = Array.from({ length: 400 }, () => randomUUID());
  const answers = await Promise.all(ids.map((id) => post("website", id)));
  const withStatus = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([withStatus(202), withStatus(429)]).toEqual([50, 350]);
  expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("60");

  const known = ids[answers.findIndex(({ status }) => status === 202)];
  expect((await post("website", known)).status).toBeLessThan(300);
  const signedIn = await rooms.send("POST", "/api/session", { passcode: "sample passcode" });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect((await post("front-desk", randomUUID(), cookie)).status).toBe(202);
  await rooms.stop();
});
