import { expect, test } from "vitest";
import type { Entry } from "../store/outbox.ts";
import { sendTogether } from "./sendTogether.ts";

/** Runs it over three parked leads. Each fails with `answer` as soon as it is sent. */
async function sendThree(reason: string, answer: string) {
  const entries = new Map(
    ["a", "b", "c"].map((id) => [id, { id, status: "parked", reason, attempts: 1, leadId: null } as unknown as Entry]),
  );
  const tried: string[] = [];
  const outbox = {
    parkedFor: async () => [...entries.keys()],
    find: async (id: string) => entries.get(id),
    change: async (id: string) => {
      tried.push(id);
      entries.set(id, { ...(entries.get(id) as Entry), status: "accepted", reason: answer });
      return true;
    },
  };
  let nowMs = 0;
  const after = (ms: number, run: () => void) => {
    nowMs += ms;
    queueMicrotask(run);
    return () => undefined;
  };
  const clock = { now: () => nowMs, in: (ms: number) => nowMs + ms, speed: 1 } as never;
  const together = sendTogether({ outbox, clock, after, wake: () => undefined, log: () => undefined });
  await together.start(reason, 10);
  for (let turn = 0; turn < 500; turn++) await Promise.resolve();
  return { tried, waitedMs: nowMs };
}

test("leads that each fail for themselves: one that fails again does not hold up the next", async () => {
  expect(await sendThree("failed-alone", "no-answer")).toEqual({ tried: ["a", "b", "c"], waitedMs: 0 });
});

test("a cause that all share stops at the first", async () => {
  expect((await sendThree("credentials", "credentials")).tried).toEqual(["a"]);
});
