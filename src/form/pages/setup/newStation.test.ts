import { expect, test } from "vitest";
import { idOfTime, newStation, idFrom } from "./newStation.ts";

test.each([
  ["Sample Café, 2nd floor", "sample-cafe-2nd-floor"],
  ["  --Tablet--  ", "tablet"],
  ["A name that is far too long for the address of a page", "a-name-that-is-far-too-long-for-the-addr"],
])("the id of %j is %s", (name, id) => expect(idFrom(name)).toBe(id));

test("a name without Latin letters gets the other id, which the proxy accepts", () => {
  expect(idOfTime()).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
  expect(newStation("受付", "station-1", {})).toEqual({ id: "station-1", name: "受付" });
  expect(newStation("Hall", "station-1", {})).toEqual({ id: "hall", name: "Hall" });
});
