import { randomUUID } from "node:crypto";
import { expect, test } from "../foyer.ts";

test.use({ proxyEnv: { FOYER_TIME_SCALE: "20" } });

test("the proxy is killed right after a 202: after a restart the lead is in Lofty once", async ({ foyer }) => {
  test.setTimeout(240_000);
  await foyer.faults({ delayMs: 10_000 });
  const key = randomUUID();
  const body = {
    station: "front-desk",
    capturedAt: "2026-11-23T09:00:00Z",
    lead: { firstName: "Killed Sample", emails: ["killed.sample@example.com"] },
  };
  const post = () =>
    fetch(`${foyer.url}/api/leads`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(body),
    });
  const answer = await post();
  expect(answer.status).toBe(202);
  await foyer.restartProxy({ kill: true });
  await foyer.faults({ delayMs: 0 });

  expect((await post()).status).toBe(200);
  const inLofty = async () =>
    (await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Killed Sample").length;
  // All look-ups take 12 minutes, which is 36 s at this time scale. Then comes the one retry.
  await expect.poll(inLofty, { timeout: 90_000 }).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 45_000));
  expect(await inLofty()).toBe(1);
});
