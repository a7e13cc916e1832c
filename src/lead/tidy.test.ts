import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDraft } from "./testing/arbitraryLead.ts";
import { anyText } from "./testing/arbitraryText.ts";
import { runs } from "./testing/runs.ts";
import { stationOf } from "./testing/stationOf.ts";
import { tidy } from "./tidy.ts";

test.each([
  ["texts composed and trimmed", { a: " e\u0301 " }, { a: "é" }],
  ["a Japanese name keeps its glyph", { a: "\u{FA10}e\u0301\u{2F81A}" }, { a: "\u{FA10}é\u{2F81A}" }],
  ["line ends of one kind", { a: "x\r\ny\rz" }, { a: "x\ny\nz" }],
  ["blank text out", { a: " ", b: "\n\t\u00a0" }, {}],
  ["null, empty lists and objects out, at any depth", { a: null, b: [], c: { d: [{}, [], " "] } }, {}],
  ["items close up", { a: ["", "x", null, "y"] }, { a: ["x", "y"] }],
  ["a joiner goes with the mark before it", { emails: ["é\ufe0f\u200dé@example.com"] }, { emails: ["éé@example.com"] }],
  ["false and 0 are answers", { a: false, b: 0 }, { a: false, b: 0 }],
  ["what is no draft is none", null, {}],
])("%s", (_, draft, tidied) => expect(tidy(draft)).toEqual(tidied));

test("tidying twice gives the same as tidying once", () => {
  const nested = fc.letrec((tie) => ({
    value: fc.oneof(anyText, fc.jsonValue({ maxDepth: 1 }), fc.array(tie("value"), { maxLength: 3 })),
  })).value;
  const drafts = fc.oneof(anyDraft(stationOf("desk")), fc.dictionary(fc.string(), nested), nested);
  fc.assert(
    fc.property(drafts, (draft) => {
      expect(tidy(tidy(draft))).toEqual(tidy(draft));
    }),
    runs,
  );
});
