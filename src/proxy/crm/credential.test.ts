import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { OutboxAnswer } from "#lead/submission/staffAnswers.ts";
import type { Receipt } from "#lead/submission/submission.ts";
import { appOver } from "../testing/appOver.ts";
import { seededRandom } from "../testing/seededRandom.ts";
import { simulatedCrm } from "../testing/simulatedCrm.ts";
import { simulatedTime } from "../testing/simulatedTime.ts";

/** A CRM without faults and delays. Leads can be read back at once; otherwise they would be looked up. */
const goodCrm = () =>
  simulatedCrm({ ...simulatedTime(0), now: Date.now, real: Date.now, sleep: async () => undefined }, seededRandom(1), {
    policy: "new",
    keepsContent: true,
    bigIds: false,
    perMinute: 1_000_000,
    faults: 0,
    pageCap: 25,
    ignoresFilters: false,
    lagMs: 0,
  });

const oauth = {
  LOFTY_OAUTH_TOKEN_URL: "http://127.0.0.1:1/oauth/token",
  LOFTY_OAUTH_CLIENT_ID: "client",
  LOFTY_OAUTH_CLIENT_SECRET: "sample",
  LOFTY_OAUTH_REFRESH_TOKEN: "sample",
};

test.each([
  ["LOFTY_API_KEY", { LOFTY_API_KEY: "sample" }],
  ["LOFTY_ACCESS_TOKEN", { LOFTY_ACCESS_TOKEN: "sample" }],
  ["LOFTY_OAUTH_REFRESH_TOKEN", oauth],
] as const)(
  "a refused %s is reported before there is a lead, and until another one is accepted",
  async (variable, given) => {
    let isTaken = false;
    const crm = goodCrm();
    const rooms = await appOver(
      async (url, init) => {
        if (!isTaken) return Response.json({ code: 200058 }, { status: 401 });
        if (url.endsWith("/oauth/token")) return Response.json({ access_token: "sample", expires_in: 3600 });
        return crm.transport(url, init);
      },
      { ...given, LOFTY_BASE_URL: "http://127.0.0.1:1", STAFF_PASSCODE: "sample passcode", METRICS_TOKEN: "sample" },
    );
    const ready = async () => {
      const answer = await rooms.send("GET", "/readyz", undefined, { authorization: "Bearer sample" });
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    await expect
      .poll(ready, { timeout: 20_000 })
      .toMatchObject({ status: "not-ready", credential: "refused", check: variable, alarms: ["credential-refused"] });
    await expect
      .poll(() => rooms.logged, { timeout: 20_000 })
      .toContainEqual({ event: "credential-refused", variable });

    const signedIn = await rooms.send("POST", "/api/session", { passcode: "sample passcode" });
    const cookie = /^[^;]+/.exec(signedIn.headers.get("set-cookie") ?? "")?.[0] ?? "";
    const id = randomUUID();
    const body = {
      station: "front-desk",
      lead: { firstName: "Sample", emails: ["sample@example.com"] },
      capturedAt: new Date().toISOString(),
    };
    const accepted = await rooms.send("POST", "/api/leads", body, { cookie, "idempotency-key": id });
    expect(accepted.status).toBe(202);
    expect((await accepted.json()) as Receipt).toMatchObject({ status: "accepted", reason: "credentials" });
    const outbox = async () =>
      (await (await rooms.send("GET", "/api/outbox", undefined, { cookie })).json()) as OutboxAnswer;
    expect(await outbox()).toMatchObject({
      credential: variable,
      entries: [{ status: "accepted", reason: "credentials" }],
    });

    isTaken = true;
    await expect.poll(ready, { timeout: 20_000 }).toMatchObject({ status: "ok", credential: "taken" });
    await expect
      .poll(async () => (await outbox()).entries[0], { timeout: 20_000 })
      .toMatchObject({ status: "confirmed", leadId: expect.stringMatching(/^651095960136\d{3}$/) as string });
    expect(await outbox()).not.toHaveProperty("credential");
    expect(rooms.logged).toContainEqual({ event: "credential-taken", variable });
    await rooms.stop();
  },
);
