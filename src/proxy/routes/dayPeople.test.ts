import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf, houseOf } from "#lead/station/event.ts";
import type { DayPeople, Today } from "#lead/submission/staffAnswers.ts";
import { insertArrivals, type Arrival } from "../store/arrivals.ts";
import { appOver } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";

const midnight = Date.now() - 12 * 60 * 60_000;
const date = dayOf(new Date(midnight));
const mine = { id: "m", address: "48 Larkspur Lane", date };
const full = { id: "f", address: "1 Alpha Road", date };

onEveryStore("a day with more people than a list has", (store) => {
  let rooms: Awaited<ReturnType<typeof appOver>>;
  /** Adds leads of one minute after the other. `parked` are those that need a person. */
  const add = async (count: number, first: number, about: Partial<Arrival>, parked: readonly number[] = []) => {
    const arrivals = Array.from({ length: count }, (_, index): Arrival => {
      const [id, at] = [randomUUID(), midnight + (first + index) * 60_000];
      return {
        ...{ id, station: "front-desk", fingerprint: id, consent: null, capturedAt: at, acceptedAt: at },
        lead: JSON.stringify({ firstName: `Sample${first + index}` }),
        ...about,
        ...(parked.includes(index) ? { parked: "crm-20012" } : {}),
      };
    });
    const { personal, batch } = store.driver();
    await batch(arrivals.map((one) => insertArrivals([one], personal)));
  };
  const people = async (query: Record<string, string> | string[][]) => {
    const asked = new URLSearchParams([...new URLSearchParams(query), ["since", new Date(midnight).toISOString()]]);
    const answer = await rooms.send("GET", `/api/people?${asked}`);
    expect(answer.status).toBe(200);
    const { people: found, isWhole } = (await answer.json()) as DayPeople;
    return { names: found.map(({ name }) => name), isWhole };
  };
  const counted = async (house: typeof mine) => {
    const answer = await rooms.send("GET", `/api/today?since=${new Date(midnight).toISOString()}`);
    const { houses } = (await answer.json()) as Today;
    return houses.find(({ event }) => event && houseOf(event) === houseOf(house));
  };

  beforeAll(async () => {
    // The CRM asks us to wait, so nothing is sent.
    const busy = () => Response.json({}, { status: 429, headers: { "retry-after": "600" } });
    rooms = await appOver(async () => busy(), { FOYER_TIME_SCALE: "1" }, store.driver());
    const json = JSON.stringify;
    await add(1, -600, { event: json(mine) }, [0]);
    await add(3, 0, { event: json(mine) }, [0]);
    // Another agent made the same house, at another station.
    await add(2, 3, { station: "open-house", event: json({ ...mine, id: "n", address: "48  LARKSPUR lane" }) });
    await add(400, 10, { station: "open-house", event: json(full) }, [0, 1]);
    await add(
      30,
      500,
      { station: "kiosk" },
      Array.from({ length: 25 }, (_, index) => index),
    );
    await add(2, 600, {});
  }, 60_000);
  afterAll(() => rooms.stop());

  test("a house with few people: all of them, at all its stations, however many came to other houses later", async () => {
    expect(await counted(mine)).toMatchObject({ signedIn: 5, waiting: 4, needsYou: 1, inLofty: 0 });
    expect(await people({ house: houseOf(mine) })).toEqual({
      names: ["Sample4", "Sample3", "Sample2", "Sample1", "Sample0"],
      isWhole: true,
    });
    expect(await people({ house: houseOf(mine), status: "parked" })).toEqual({ names: ["Sample0"], isWhole: true });
  });

  test("a house with more people than are listed says so; those that need a person are listed", async () => {
    expect(await counted(full)).toMatchObject({ signedIn: 400, waiting: 398, needsYou: 2 });
    const { names, isWhole } = await people({ house: houseOf(full) });
    expect([names.length, names[0], names.at(-1), isWhole]).toEqual([300, "Sample409", "Sample110", false]);
    const parked = { names: ["Sample10", "Sample11"], isWhole: true };
    expect(await people({ house: houseOf(full), status: "parked" })).toEqual(parked);
  });

  test("no house: the leads of the station that have none, also beside a house", async () => {
    expect(await people({ house: "", station: "front-desk" })).toEqual({
      names: ["Sample601", "Sample600"],
      isWhole: true,
    });
    const both = [["house", ""], ["house", houseOf(mine)], ["station", "front-desk"]]; // prettier-ignore
    expect((await people(both)).names).toEqual(
      ["Sample601", "Sample600", "Sample4", "Sample3", "Sample2", "Sample1", "Sample0"],
    ); // prettier-ignore
    expect(await people({ house: `${date} 9 nowhere` })).toEqual({ names: [], isWhole: true });
  });

  test("many that need a person: the oldest are listed first, and the answer says that there are more", async () => {
    const { names, isWhole } = await people({ house: "", station: "kiosk", status: "parked" });
    expect([names.length, names[0], names.at(-1), isWhole]).toEqual([20, "Sample500", "Sample519", false]);
  });

  test.each([
    ["a long key", `house=${"x".repeat(201)}`],
    ["41 houses", "house=x&".repeat(41)],
    ["another status", "status=waiting"],
  ])("%s is refused", async (_, query) => {
    expect((await rooms.send("GET", `/api/people?${query}`)).status).toBe(422);
  });
});
