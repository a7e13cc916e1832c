import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stationJsonSchema } from "./stationJsonSchema.ts";

test("public/station.schema.json is up to date (npm run schema writes it)", () => {
  const file = new URL("../../../public/station.schema.json", import.meta.url);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(stationJsonSchema())));
});

test("requires only properties without a default", () => {
  expect(stationJsonSchema()).toMatchObject({ type: "object", required: ["id", "profile", "name"] });
});
