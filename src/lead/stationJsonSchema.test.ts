import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stationJsonSchema } from "./stationJsonSchema.ts";

test("public/station.schema.json is this schema (npm run schema writes it)", () => {
  const file = new URL("../../public/station.schema.json", import.meta.url);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(stationJsonSchema())));
});

test("it asks of a person only what has no default", () => {
  expect(stationJsonSchema()).toMatchObject({ type: "object", required: ["id", "profile", "name"] });
});
