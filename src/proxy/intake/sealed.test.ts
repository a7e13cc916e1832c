import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { sealFor } from "../testing/sealFor.ts";
import { content, sealedRooms } from "../testing/sealedRooms.ts";
import { at, consent } from "../testing/visitorsRooms.ts";

/** Sealed submissions from a kiosk's queue, on both stores. */
onEveryStore("a sealed submission", (store) => {
  const rooms = sealedRooms(store);

  test("is stored as its plain submission would be", async () => {
    const [sealed, plain] = [await rooms.postSealed(content), await rooms.post({ ...rooms.envelope, ...content })];
    expect([sealed.status, sealed.json]).toEqual([202, { id: sealed.id, status: "accepted" }]);
    const [one, other] = [await rooms.storedAs(sealed.id), await rooms.storedAs(plain.id)];
    expect(one).toMatchObject({ reason: null, issues: null, consent: other?.["consent"] });
    expect(String(one?.["lead"]).replaceAll(sealed.id, plain.id)).toBe(other?.["lead"]);
    expect(one?.["fingerprint"]).toBe(other?.["fingerprint"]);
  });

  test("the same content under one key is the same submission, plain or sealed; other content is refused", async () => {
    const { id } = await rooms.postSealed(content);
    expect((await rooms.postSealed(content, id)).status).toBe(202);
    expect((await rooms.post({ ...rooms.envelope, ...content }, id)).status).toBe(202);
    const other = { ...content, lead: { ...content.lead, firstName: "Other" } };
    for (const again of [await rooms.postSealed(other, id), await rooms.post({ ...rooms.envelope, ...other }, id)])
      expect([again.status, again.told]).toEqual([422, expect.stringContaining("key-reused")]);
    expect(String((await rooms.storedAs(id))?.["lead"])).toContain('"Sel"');
  });

  test.each<[string, object, string]>([
    ["too long a name", { lead: { ...content.lead, firstName: "x".repeat(31) }, consent }, "firstName too-long"],
    ["no way to reach", { lead: { firstName: "Sel" }, consent }, "phones required"],
    [
      "a question that visitors are not asked",
      { ...content, lead: { ...content.lead, stage: "Hot" } },
      "stage not-allowed",
    ],
    ["no consent", { lead: content.lead }, "consent required"],
    ["a consent of staff", { ...content, consent: { ...consent, by: "staff" } }, "consent.by not-allowed"],
    ["a consent to another text", { ...content, consent: { ...consent, text: "All." } }, "consent.text not-an-option"],
    ["a wrong event", { ...content, event: 5 }, "event wrong-type"],
    ["a key of nobody's", { ...content, extra: 1 }, "extra unknown"],
  ])("%s: accepted, and parked with its issues for staff", async (_, inner, issue) => {
    const { id, status, json } = await rooms.postSealed(inner);
    expect([status, json]).toEqual([202, { id, status: "accepted" }]);
    const row = await rooms.storedAs(id);
    expect(row).toMatchObject({ status: "parked", reason: "needs-fix" });
    const issues = JSON.parse(String(row?.["issues"])) as { path: string; code: string }[];
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toContain(issue);
    const entry = await rooms.outboxEntry(id);
    expect(entry).toMatchObject({
      status: "parked",
      reason: "needs-fix",
      issues,
      lead: { firstName: expect.any(String) },
    });
  });

  test("without a usable consent, text messages stay forbidden when staff correct the lead", async () => {
    for (const wrong of [undefined, { by: "staff" }, { text: "Call me at any time." }]) {
      const given = wrong && { consent: { ...consent, channels: { text: true }, ...wrong } };
      const { id } = await rooms.postSealed({ lead: content.lead, ...given });
      expect((await rooms.outboxEntry(id))["lead"]).toMatchObject({ cannotText: true });
    }
  });

  test("staff correct it on the page of a refused lead; then it goes with the station's values", async () => {
    const { id } = await rooms.postSealed({ ...content, lead: { ...content.lead, firstName: "x".repeat(31) } });
    const act = (body: object) => rooms.send("POST", `/api/outbox/${id}`, body);
    const again = await act({ action: "send-again" });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining("firstName")]);
    const { lead } = (await rooms.outboxEntry(id)) as { lead: object };
    expect((await act({ action: "fix", lead: { ...lead, firstName: "Selma" } })).status).toBe(200);
    const row = await rooms.storedAs(id);
    expect(row?.["reason"]).toBeNull();
    expect(JSON.parse(String(row?.["lead"]))).toMatchObject({ firstName: "Selma", tagsAdd: ["Open house"] });
  });

  test.each([
    ["needs-fix", {}, { firstName: "x".repeat(31) }],
    ["station-version-unknown", { stationVersion: "0123456789abcdef" }, {}],
  ])("%s: language and size of the party are not lost", async (reason, version, wrong) => {
    const said = { ...content, lead: { ...content.lead, ...wrong }, language: "es", party: 4 };
    const sealed = await sealFor(rooms.sealTo, said);
    const { id } = await rooms.post({ ...rooms.envelope, ...version, sealed });
    const { lead } = (await rooms.outboxEntry(id)) as { lead: object };
    expect((await rooms.storedAs(id))?.["reason"]).toBe(reason);
    expect(lead).toMatchObject({ language: "es", content: "Party of 4" });
    const act = (body: object) => rooms.send("POST", `/api/outbox/${id}`, body);
    const fixed = { action: "fix", lead: { ...lead, firstName: "Selma", content: "Party of 4\nLikes light" } };
    expect((await act(reason === "needs-fix" ? fixed : { action: "send-again" })).status).toBe(200);
    const sent = JSON.parse(String((await rooms.storedAs(id))?.["lead"])) as { content: string };
    const note = reason === "needs-fix" ? "Party of 4\nLikes light" : "Party of 4";
    expect(sent).toMatchObject({ language: "es", content: expect.stringMatching(`^${note}\n-- foyer`) });
  });

  test("an unknown version of the station: parked as a plain one is", async () => {
    const { id, status } = await rooms.post({
      ...{ ...rooms.envelope, stationVersion: "0123456789abcdef" },
      sealed: await sealFor(rooms.sealTo, content),
    });
    expect([status, await rooms.storedAs(id)]).toEqual([
      202,
      expect.objectContaining({ reason: "station-version-unknown" }),
    ]);
  });

  test("a refused one holds up no other: the next is accepted", async () => {
    const bodies = [await sealFor(rooms.sealTo, { lead: {} }), "damaged", await sealFor(rooms.sealTo, content)];
    const answers = [];
    for (const sealed of bodies) answers.push(await rooms.post({ ...rooms.envelope, sealed }));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    const reasons = await Promise.all(answers.map(async ({ id }) => (await rooms.storedAs(id))?.["reason"]));
    expect(reasons).toEqual(["needs-fix", "cannot-open", null]);
  });

  test.each<[string, object, string]>([
    ["a station that staff use", { station: "front-desk" }, "sealed not-allowed"],
    ["no version", { stationVersion: undefined }, "stationVersion required"],
    ["a wrong time", { capturedAt: "yesterday" }, "capturedAt format"],
    ["no text", { sealed: 5 }, "sealed wrong-type"],
    ["60,001 characters", { sealed: "x".repeat(60_001) }, "sealed too-long"],
    ["a plain lead beside it", { lead: {} }, "lead unknown"],
  ])("refuses an rooms.envelope with %s, and stores nothing", async (_, changes, issue) => {
    const front = await rooms.world.viewOf("front-desk", rooms.world.staff);
    const version = "station" in changes ? { stationVersion: front.version } : {};
    const body = { ...rooms.envelope, ...version, sealed: await sealFor(rooms.sealTo, content), ...changes };
    const { status, json, row } = await rooms.post(body);
    expect([status, row]).toEqual([422, undefined]);
    expect(json.issues?.map(({ path, code }) => `${path} ${code}`)).toContain(issue);
  });

  test("a form link's and a website's visitor may send it; a stranger may not to a kiosk", async () => {
    const sealed = await sealFor(rooms.sealTo, content);
    const form = await rooms.world.viewOf("front-desk", rooms.world.link);
    const website = await rooms.world.viewOf("website", "");
    const send = async (station: string, stationVersion: string, cookie: string) =>
      (await rooms.post({ station, stationVersion, capturedAt: at, sealed }, randomUUID(), cookie)).status;
    expect(await send("front-desk", form.version, rooms.world.link)).toBe(202);
    expect(await send("website", website.version, "")).toBe(202);
    expect(await send("kiosk", rooms.envelope.stationVersion, "")).toBe(401);
    expect(await send("kiosk", rooms.envelope.stationVersion, rooms.world.link)).toBe(403);
  });

  test("only a kiosk's view has the key, and no answer has the private one", async () => {
    const asked = ["/api/stations", "/api/stations/kiosk", "/api/stations/front-desk", "/api/stations/website"];
    const answers = await Promise.all(asked.map(async (path) => (await rooms.send("GET", path)).text()));
    expect(answers.map((text) => text.split(rooms.sealTo.kid).length - 1)).toEqual([1, 1, 0, 0]);
    const [row] = await store.driver().query("SELECT key FROM kiosk_keys WHERE kid = $1", [rooms.sealTo.kid]);
    const { d } = JSON.parse(String(row?.["key"])) as { d: string };
    expect(d).toHaveLength(43);
    for (const text of answers) expect(text).not.toContain(d);
    expect(JSON.stringify(rooms.world.rooms.logged)).not.toContain(d);
  });

  test("a station is saved without the key that its view has", async () => {
    const view = await rooms.world.viewOf("kiosk", rooms.world.staff);
    const saved = await rooms.send("PUT", "/api/stations/kiosk", view);
    expect(await saved.json()).toEqual(view);
    expect(await store.driver().query("SELECT 1 AS one FROM stations WHERE station LIKE '%rooms.sealTo%'")).toEqual([]);
  });
});
