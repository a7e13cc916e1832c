import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { openDatabase } from "../store/database/database.ts";
import { appOver, refusing } from "../testing/appOver.ts";

test("full disk at start: not ready because no proxy relays; with free space it sends what arrived", async () => {
  const driver = openDatabase(":memory:");
  let isFull = true;
  const room = () => {
    if (isFull) throw new Error("database or disk is full");
  };
  const rooms = await appOver(
    refusing,
    {},
    {
      ...driver,
      takeSeat: async () => {
        const seat = await driver.takeSeat();
        return (
          seat && {
            ...seat,
            query: async (...asked) => (room(), seat.query(...asked)),
            batch: async (...asked) => (room(), seat.batch(...asked)),
          }
        );
      },
    },
  );
  const lead = { station: "front-desk", capturedAt: "2026-11-25T09:00:00Z", lead: { firstName: "Sample" } };
  const answer = await rooms.send("POST", "/api/leads", lead, { "idempotency-key": randomUUID() });
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  const ready = await rooms.send("GET", "/readyz");
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ relaying: false, alarms: ["nobody-relays"] });

  isFull = false;
  const statusNow = async () => (await (await rooms.send("GET", `/api/leads/${id}`)).json()) as object;
  await vi.waitFor(async () => expect(await statusNow()).toMatchObject({ status: "parked" }));
  const then = await rooms.send("GET", "/readyz");
  expect(then.status).toBe(200);
  expect(await then.json()).toMatchObject({ relaying: true, alarms: ["needs-person"] });
  await rooms.stop();
  await driver.close();
});
