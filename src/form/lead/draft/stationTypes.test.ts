import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import type { AttributeType } from "#lead/topics/attributes.ts";
import { withStationTypes } from "./stationTypes.ts";

test.each<readonly [was: AttributeType, value: string, is: AttributeType, now: string]>([
  ["text", "2", "number", "2"],
  ["date", "Jun 5, 2001", "text", "Jun 5, 2001"],
  ["text", "Garden", "multi_select", '["Garden"]'],
  ["multi_select", '["Garden","Pool"]', "text", "Garden, Pool"],
  ["multi_select", '["Garden"]', "multi_select", '["Garden"]'],
])("an answer of type %s, %s, becomes one of type %s", (was, value, is, now) => {
  const other = { attributeName: "Other", attributeType: "text", value: "5" };
  const station = stationOf("desk", { attributes: [{ name: "Asked", type: is, visitors: false }] });
  const row = { attributeName: "Asked", attributeType: was, value };
  const answers = { firstName: "Ada", customAttributeList: [other, row, undefined] };
  const expected = [other, { attributeName: "Asked", attributeType: is, value: now }, undefined];
  expect(withStationTypes(answers, station)).toEqual({ firstName: "Ada", customAttributeList: expected });
});
