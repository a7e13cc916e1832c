import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { formTimesIn } from "../guard/formTimes.ts";
import { keptIn } from "../store/kept.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { consent, visitorsRooms } from "../testing/visitorsRooms.ts";

onEveryStore("a form on a web page", (store) => {
  const world = visitorsRooms(store);
  let [old, ahead] = ["", ""];
  beforeAll(async () => {
    const tokenAt = async (ms: number) => (await formTimesIn(keptIn(store.driver()), () => Date.now() + ms)).token();
    [old, ahead] = [await tokenAt(-10_000), await tokenAt(3_600_000)];
  });
  const opened = async () => {
    const answer = await world.rooms.send("GET", "/api/form-time");
    return ((await answer.json()) as { opened: string }).opened;
  };
  const post = (form: object, id?: string) => world.post({ ...world.page, form }, "", id);
  const outbox = async (id: string) =>
    (await (await world.rooms.send("GET", `/api/outbox/${id}`, undefined, { cookie: world.staff })).json()) as object;

  test.each<[string, () => Promise<object>]>([
    ["its hidden box is filled in", async () => ({ opened: old, trap: "Cheap watches" })],
    ["it is sent too soon", async () => ({ opened: await opened() })],
    [
      "its time is not ours",
      async () => ({ opened: old.replace(/\.(.)/, (_, first) => `.${first === "A" ? "B" : "A"}`) }),
    ],
    ["its time is nonsense", async () => ({ opened: "soon" })],
  ])("%s: answered as usual, and parked with its answers for staff", async (_, form) => {
    const { id, status, json, row } = await post(await form());
    expect([status, json]).toEqual([202, { id, status: "accepted" }]);
    expect(row).toMatchObject({ status: "parked", reason: "looks-like-spam" });
    expect(await outbox(id)).toMatchObject({ status: "parked", lead: { firstName: "Vi" } });
  });

  test.each<[string, () => object]>([
    ["sent in time", () => ({ opened: old })],
    ["its hidden box is empty", () => ({ opened: old, trap: "" })],
    ["our clock went back since", () => ({ opened: ahead })],
    ["the time could not be asked for", () => ({})],
  ])("%s: not parked", async (_, form) => {
    const { status, row } = await post(form());
    expect([status, row?.["status"] === "parked"]).toEqual([202, false]);
  });

  test("what it refuses for an address counts only once staff release it", async () => {
    const emails = [`${randomUUID()}@example.com`];
    const refused = { ...consent, channels: { text: false, call: false, email: false } };
    const body = {
      ...world.page,
      lead: { firstName: "Vi", emails },
      consent: refused,
      form: { opened: old, trap: "x" },
    };
    const { id } = await world.post(body);
    const staffAsk = async (method: string, path: string, sent: object) =>
      (await world.rooms.send(method, path, sent, { cookie: world.staff })).json();
    const optOuts = async () =>
      ((await staffAsk("POST", "/api/duplicates", { emails })) as { optOuts: { ways: string[] }[] }).optOuts;
    expect(await optOuts()).toEqual([]);
    await staffAsk("POST", `/api/outbox/${id}`, { action: "send-again" });
    expect(await optOuts()).toEqual([{ value: emails[0], ways: ["call", "text", "email"] }]);
  });

  test("sent again, it is the same submission; one action of staff sends it to the CRM", async () => {
    const form = { opened: old, trap: "x" };
    const { id } = await post(form);
    expect((await post(form, id)).status).toBe(202);
    const release = await world.rooms.send(
      "POST",
      `/api/outbox/${id}`,
      { action: "send-again" },
      { cookie: world.staff },
    );
    expect(release.status).toBe(200);
    // The CRM was asked to take it.
    await expect.poll(() => outbox(id), { timeout: 20_000 }).toMatchObject({ attempts: expect.any(Number) });
  });

  test("staff discard it: it is gone; another lead cannot be discarded", async () => {
    const act = (id: string) =>
      world.rooms.send("POST", `/api/outbox/${id}`, { action: "discard" }, { cookie: world.staff });
    const { id } = await post({ opened: old, trap: "x" });
    expect((await act(id)).status).toBe(204);
    expect(await store.driver().query("SELECT id FROM submissions WHERE id = $1", [id])).toEqual([]);
    expect((await act(id)).status).toBe(404);
    const { id: person } = await post({ opened: old });
    expect((await act(person)).status).toBe(409);
    expect(await store.driver().query("SELECT id FROM submissions WHERE id = $1", [person])).toHaveLength(1);
  });

  test("one address parks 50 at most; its other leads still go", async () => {
    const from = { "x-forwarded-for": "198.51.100.7" };
    const sent = async (form: object) =>
      (
        await world.rooms.send(
          "POST",
          "/api/leads",
          { ...world.page, form },
          { "idempotency-key": randomUUID(), ...from },
        )
      ).status;
    const answers: number[] = [];
    for (let count = 0; count < 52; count++) answers.push(await sent({ opened: old, trap: "x" }));
    expect(answers.filter((status) => status === 202).length).toBeLessThanOrEqual(50);
    expect(answers.at(-1)).toBe(429);
    expect(await sent({ opened: old })).toBe(202);
  });
});
