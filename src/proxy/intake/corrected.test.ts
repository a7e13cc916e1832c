import { expect, test } from "vitest";
import { limits } from "#lead/limits.ts";
import { stamp } from "#lead/submission/stamp.ts";
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

test("a note may be as long as it was accepted, with the lines that the station added", () => {
  const station = stationOf("desk", { presets: { content: `${"Open house. ".repeat(16)}Bye.` } });
  const typed = "n".repeat(limits.note);
  const { content } = stamp({ firstName: "Ann", content: typed }, station) as { content: string };
  expect(content.length).toBeGreaterThan(limits.note);
  const judged = (note: string, reason: string) =>
    corrected(entryWith({ reason }), { firstName: "Ann", content: note }, station, new Date(now));
  expect(judged(content, "crm-20012")).toHaveProperty("lead");
  const [most, tooMuch] = [limits.noteStamped, limits.noteStamped + 1];
  expect(judged("n".repeat(most), "crm-20012")).toHaveProperty("lead");
  expect(judged("n".repeat(tooMuch), "crm-20012")).toEqual({
    issues: [{ path: "content", code: "too-long", limit: most, length: tooMuch }],
  });
  expect(judged(content, "needs-fix")).toHaveProperty("issues");
});
