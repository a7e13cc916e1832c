import { expect, test } from "vitest";
import { createSandbox } from "./app.ts";

/** A sandbox without socket, clock or real waits, as simulations use it. */
function simulated() {
  let now = Date.UTC(2026, 0, 1);
  let draws = 0;
  const waits: number[] = [];
  const sandbox = createSandbox({
    key: "k",
    now: () => now,
    random: () => (draws++ % 10) / 10,
    sleep: (ms) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
    timeScale: 10,
  });
  const send = (path: string, body: object, init: RequestInit = {}) =>
    sandbox.fetch(
      new Request(`http://sandbox${path}`, {
        method: "POST",
        headers: { authorization: "token k", "content-type": "application/json" },
        body: JSON.stringify(body),
        ...init,
      }),
    );
  const leads = async () =>
    sandbox
      .fetch(new Request("http://sandbox/sandbox/leads", { headers: { accept: "application/json" } }))
      .then((answer) => answer.text());
  return { send, leads, waits };
}

test("the same times and random numbers give the same leads", async () => {
  const runs = await Promise.all(
    [simulated(), simulated()].map(async ({ send, leads }) => {
      await send("/v1.0/leads", { firstName: "Ann", content: "x" });
      await send("/v1.0/leads", { firstName: "Bo" });
      return leads();
    }),
  );
  expect(runs[0]).toBe(runs[1]);
  expect(runs[0]).toContain('"at":"2026-01-01T00:00:00.000Z"');
});

test("waits are divided by the time scale", async () => {
  const { send, waits } = simulated();
  await send("/sandbox/faults", { delayMs: 5000 });
  await send("/v1.0/leads", { firstName: "Ann" });
  expect(waits).toEqual([500]);
});

test.each(["dropBefore", "commitThenDrop", "halfHeaders"])("%s: fetch fails with ECONNRESET", async (fault) => {
  const { send } = simulated();
  await send("/sandbox/faults", { fault });
  const failing = send("/v1.0/leads", { firstName: "Ann" });
  await expect(failing).rejects.toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
});

test("halfBody ends the body with an error; silence waits until the caller aborts", async () => {
  const { send } = simulated();
  await send("/sandbox/faults", { fault: "halfBody" });
  await expect((await send("/v1.0/leads", { firstName: "Ann" })).text()).rejects.toThrow("fetch failed");
  await send("/sandbox/faults", { fault: "silence" });
  const controller = new AbortController();
  const waiting = send("/v1.0/leads", { firstName: "Bo" }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await expect(waiting).rejects.toThrow(/abort/i);
});
