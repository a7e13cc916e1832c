import { expect, test } from "vitest";
import type { SealingKey } from "#lead/submission/sealed.ts";
import { shownText as text } from "../testing/consentGiven.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { sealFor } from "../testing/sealFor.ts";
import { consent, visitorsRooms } from "../testing/visitorsRooms.ts";

/** What a visitor may send around the lead's values, on both stores. */
onEveryStore("the envelope of a visitor's lead", (store) => {
  const world = visitorsRooms(store);
  const { page, post } = world;

  const texts = ["consent.version", "consent.text", "consent.language", "consent.at", "capturedAt", "station"] as const;
  const controls = ["\u0000", "\u0001", "\u001b", "\u007f", "\u0085", "\r", "\n", "\u2028", "\u2029", "\ud800"];
  const withText = (path: string, put: (was: string) => string) => {
    const body = structuredClone({ ...page, stationVersion: undefined }) as unknown as Record<string, unknown>;
    const [key = "", inner] = path.split(".");
    if (inner === undefined) body[key] = put(String(body[key]));
    else body[key] = { ...consent, [inner]: put(String(consent[inner as keyof typeof consent])) };
    return body;
  };
  test.each(texts)("%s: refuses control characters and line breaks, and has a limit", async (path) => {
    for (const control of controls)
      for (const put of [(was: string) => `${was}${control}`, (was: string) => `${control}${was}`]) {
        const { status, json, row } = await post(withText(path, put));
        expect([control.charCodeAt(0), status, row]).toEqual([control.charCodeAt(0), 422, undefined]);
        expect(json.issues?.map((issue) => issue.path)).toContain(path);
      }
    const { status } = await post(withText(path, (was) => was + "x".repeat(5_000)));
    expect(status).toBe(422);
  });

  test.each([
    "2026-11-25T09:00:00.0Z",
    `2026-11-25T09:00:00.${"0".repeat(5_000)}Z`,
    "2026-11-25T09:00Z",
    "2026-11-25T09:00:00.000+00:00",
    "2026-11-25t09:00:00.000z",
    "2026-02-30T09:00:00.000Z",
    "2026-11-25T24:00:00.000Z",
    "+002026-11-25T09:00:00.000Z",
    "2026-11-25T09:00:00.000Z\n",
  ])("a time has one format: refuses %j", async (time) => {
    const codes = async (body: object) => (await post(body)).json.issues?.map(({ path, code }) => `${path} ${code}`);
    expect(await codes({ ...page, capturedAt: time })).toEqual(["capturedAt format"]);
    expect(await codes({ ...page, consent: { ...consent, at: time } })).toEqual(["consent.at format"]);
  });

  test.each([
    [{ text: `${text}\nref 4471` }, "consent.text"],
    [{ text: "I agree to everything." }, "consent.text"],
    [{ version: "2" }, "consent.version"],
    [{ version: "1\nref 00000000-0000-4000-8000-000000000000" }, "consent.version"],
    [{ by: "staff" }, "consent.by"],
    [{ by: "paper" }, "consent.by"],
  ])(
    "a visitor's consent must have the text that the station showed, and be given by the visitor: refuses %j",
    async (changes, path) => {
      for (const [station, cookie] of [
        ["website", ""],
        ["kiosk", world.staff],
        ["front-desk", world.link],
      ] as const) {
        const { status, json, row } = await post({ ...page, station, consent: { ...consent, ...changes } }, cookie);
        expect([station, status, row]).toEqual([station, 422, undefined]);
        expect(json.issues?.map((issue) => issue.path)).toContain(path);
      }
    },
  );

  test.each(texts.filter((path) => path.startsWith("consent.")))(
    "%s of a sealed lead: the same texts are accepted, and parked without that consent",
    async (path) => {
      const { version, sealTo } = (await world.viewOf("kiosk", world.staff)) as { version: string; sealTo?: unknown };
      for (const control of controls) {
        const { consent: wrong } = withText(path, (was) => `${was}${control}`);
        const sealed = await sealFor(sealTo as SealingKey, {
          lead: { ...page.lead, firstName: `A${control}` },
          consent: wrong,
        });
        const body = { station: "kiosk", stationVersion: version, capturedAt: page.capturedAt, sealed };
        const { status, json, row, id } = await post(body, world.staff);
        expect([status, json]).toEqual([202, { id, status: "accepted" }]);
        expect(row).toMatchObject({ reason: "needs-fix", consent: null });
      }
    },
  );

  test("the longest note and consent fit into what Lofty stores", async () => {
    const { status, lead: stored } = await post(page);
    expect([status, String(stored?.["content"]).split("\n").length]).toEqual([202, 4]);
  });
});
