import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { at, consent, visitorsRooms } from "../testing/visitorsRooms.ts";

/** What visitors can see, on both stores. */
onEveryStore("visitors", (store) => {
  const world = visitorsRooms(store);
  const { lead, page, post, viewOf } = world;

  test("visitors get the same bytes for a known and an unknown person, from POST, a repeated POST and GET", async () => {
    const asTold = async (email: string) => {
      const id = randomUUID();
      const body = { ...page, lead: { ...lead, emails: [email] } };
      const first = await post(body, "", id);
      await expect
        .poll(async () => (await post(body, "", id)).row?.["status"], { timeout: 20_000 })
        .toMatch(/^(deliv|conf|park)/);
      const again = await post(body, "", id);
      const read = await world.rooms.send("GET", `/api/leads/${id}`);
      const all = [first.told, again.told, await read.text()].map((told) => told.replace(id, "ID"));
      const heads = [first.headers, again.headers, read.headers].map((headers) => [...headers]);
      return { statuses: [first.status, again.status, read.status], all, heads };
    };
    const nobody = await asTold("nobody@example.com");
    expect(nobody.statuses).toEqual([202, 202, 202]);
    expect(nobody.all).toEqual(Array.from({ length: 3 }, () => '{"id":"ID","status":"accepted"}'));
    expect(await asTold("client@example.com")).toEqual(nobody);
  });

  test("staff see when a visitor's form forbids contact with a person whom the CRM knew", async () => {
    const entryOf = async (which: string) => {
      const answer = await world.rooms.send("GET", "/api/outbox", undefined, { cookie: world.staff });
      const { entries } = (await answer.json()) as { entries: readonly Record<string, unknown>[] };
      return entries.find((entry) => entry["id"] === which);
    };
    const client = { ...page, lead: { ...lead, emails: ["client@example.com"] } };
    const open = await post(client);
    await expect.poll(async () => (await entryOf(open.id))?.["reason"], { timeout: 20_000 }).toBe("known-person");
    expect(await entryOf(open.id)).not.toHaveProperty("forbadeContact");
    const refused = await post({
      ...client,
      consent: { ...consent, channels: { text: false, call: false, email: false } },
    });
    await expect.poll(async () => (await entryOf(refused.id))?.["reason"], { timeout: 20_000 }).toBe("known-person");
    expect(await entryOf(refused.id)).toHaveProperty("forbadeContact", true);
  });

  test("staff see the state of a lead, but not at a visitors' station", async () => {
    const { id } = await post({ station: "front-desk", lead, capturedAt: at }, world.staff);
    const read = await world.rooms.send("GET", `/api/leads/${id}`, undefined, { cookie: world.staff });
    expect(await read.json()).toHaveProperty("attempts");
    const kiosk = await post({ ...page, station: "kiosk" }, world.staff);
    expect([kiosk.status, kiosk.told]).toEqual([202, `{"id":"${kiosk.id}","status":"accepted"}`]);
  });

  test("visitors see the parts of a station that its form needs, and nothing for staff only", async () => {
    const told = [
      ...["asks", "attributes", "brand", "consent", "drawing", "idleSeconds", "languages", "name"],
      ...["profile", "required", "version"],
    ];
    for (const [id, cookie] of [
      ["website", ""],
      ["front-desk", world.link],
    ] as const) {
      const view = await viewOf(id, cookie);
      expect(Object.keys(view).filter((key) => key !== "id" && key !== "event")).toEqual(
        expect.arrayContaining(told) as unknown,
      );
      for (const key of Object.keys(view)) expect([...told, "id", "event", "needsContact"]).toContain(key);
      expect(JSON.stringify(view)).not.toMatch(/Loan amount|preset|source|Hot|frameParents/);
    }
  });
});
