import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { withFooter } from "../crm/footer.ts";
import { entryWith, now } from "../testing/entryWith.ts";
import { correctable, corrected } from "./corrected.ts";

const { id } = entryWith();

test("our reference is in no lead that staff correct, and comes back when it is sent", () => {
  const station = stationOf("desk", { referenceAttribute: "Foyer" });
  const row = { attributeName: "Pets", attributeType: "text", value: "Cat" };
  const ann = { firstName: "Ann", customAttributeList: [row] };
  const entry = entryWith({ lead: JSON.stringify(withFooter(ann, id, {}, "Foyer")) });
  expect(correctable(entry)).toEqual(ann);
  expect(correctable({ id, lead: JSON.stringify(withFooter({ firstName: "Ann" }, id, {}, "Foyer")) })).toEqual({
    firstName: "Ann",
  });
  expect(corrected(entry, correctable(entry), station, new Date(now))).toMatchObject({
    lead: { customAttributeList: [row, { attributeName: "Foyer", attributeType: "text", value: id }] },
  });
});
