import { expect, test } from "vitest";
import { countDay } from "./countDay.ts";

const event = (id: string, address: string, date = "2026-11-28") => JSON.stringify({ id, address, date });
const leads = (json: string | null, status: string, entries: number, withAgent = 0) => ({
  event: json,
  status,
  entries,
  with_agent: withAgent,
});

test("two houses on one day: counts each, and the sum", () => {
  const alpha = event("a", "1 Alpha Road");
  const gamma = event("g", "5 Gamma Court");
  const today = countDay(
    [leads(alpha, "confirmed", 2, 1), leads(gamma, "accepted", 1), leads(gamma, "parked", 3, 2)],
    [
      { event: alpha, parties: 4 },
      { event: null, parties: 1 },
    ],
  );
  expect(today).toMatchObject({ groups: 11, signedIn: 6, withAgent: 3, waiting: 1, inLofty: 2, needsYou: 3 });
  expect(today.houses).toEqual([
    {
      event: { address: "5 Gamma Court", date: "2026-11-28" },
      ...{ groups: 4, signedIn: 4, withAgent: 2, waiting: 1, inLofty: 0, needsYou: 3 },
    },
    {
      event: { address: "1 Alpha Road", date: "2026-11-28" },
      ...{ groups: 6, signedIn: 2, withAgent: 1, waiting: 0, inLofty: 2, needsYou: 0 },
    },
    { event: null, groups: 1, signedIn: 0, withAgent: 0, waiting: 0, inLofty: 0, needsYou: 0 },
  ]);
});

test("two agents created the event of one house: counts one house, with the name that most leads have", () => {
  const today = countDay(
    [leads(event("b", "1 ALPHA  ROAD"), "accepted", 1), leads(event("a", "1 Alpha Road"), "accepted", 5)],
    [{ event: event("counted", "1 alpha road"), parties: 2 }],
  );
  expect(today.houses).toEqual([
    expect.objectContaining({ event: { address: "1 Alpha Road", date: "2026-11-28" }, groups: 8, signedIn: 6 }),
  ]);
});

test("one address on two days: two houses", () => {
  const rows = [
    leads(event("a", "1 Alpha Road"), "accepted", 1),
    leads(event("a", "1 Alpha Road", "2026-11-27"), "accepted", 1),
  ];
  expect(countDay(rows, []).houses).toHaveLength(2);
});
