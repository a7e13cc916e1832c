import { expect, test } from "vitest";
import { limits } from "#lead/limits.ts";
import { consentGiven } from "../testing/consentGiven.ts";
import { footer, withFooter, withoutFooter } from "./footer.ts";

const id = "00000000-0000-4000-8000-00000000000a";
const savedAt = Date.UTC(2026, 10, 28, 14, 14, 59);

test("a late lead's note says when it was saved; the typed note is found again", () => {
  const { content } = withFooter({ content: "Likes light" }, id, { savedAt });
  expect(content).toBe(`Likes light\n-- foyer\nref ${id}\nsaved 2026-11-28 14:14 UTC`);
  expect(withoutFooter(content)).toBe("Likes light");
  expect(footer(id, {})).toBe(`-- foyer\nref ${id}`);
});

test("the longest preset, note and footer fit into what Lofty keeps", () => {
  const channels = { text: true, call: true, email: true };
  const longest = { ...consentGiven("2026-11-25T09:00:00.000Z", channels), version: "v".repeat(40), language: "zh-CN" };
  const text = footer(id, { consent: { ...longest, by: "staff" }, savedAt });
  expect(limits.notePreset + 1 + limits.note + 1 + text.length).toBeLessThanOrEqual(limits.noteKept);
});
