import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldAt } from "../fields.ts";
import { codeOf } from "../issue.ts";
import { isObject } from "../json.ts";
import { normalise } from "../normalise.ts";
import { anyDraft, goodDraft } from "../testing/arbitraryLead.ts";
import { runs } from "../testing/runs.ts";
import { judge } from "./judge.ts";
import { readyStations } from "./readyStations.ts";
import { leadSchema } from "./schema.ts";

describe.each(readyStations.map((station) => [station.id, station] as const))(
  "at %s, with generated drafts",
  (_, station) => {
    const some = { numRuns: Math.ceil(runs.numRuns / readyStations.length) };
    test("accepts a valid draft", () => {
      fc.assert(
        fc.property(goodDraft(station), (draft) => "lead" in judge(draft, station)),
        some,
      );
    });

    test("judging an accepted lead again changes nothing, and no text is over its limit", () => {
      const property = fc.property(fc.oneof(goodDraft(station), anyDraft(station)), (draft) => {
        const first = judge(draft, station);
        if ("issues" in first) return;
        expect(judge(first.lead, station)).toEqual({ lead: first.lead });
        for (const [path, value] of leavesOf(first.lead, "")) {
          const field = fieldAt(path);
          expect(field, path).toBeDefined();
          if (typeof value !== "string") continue;
          expect(value.length).toBeLessThanOrEqual(field?.limit ?? Infinity);
          expect(value).toBe(normalise(value, field?.kind));
          expect(value.isWellFormed()).toBe(true);
        }
      });
      fc.assert(property, some);
    });

    test("form and proxy give the same verdict and the same issues", () => {
      const resolve = leadSchema(station);
      const property = fc.property(anyDraft(station), (draft) => {
        const form = resolve.safeParse(draft, { error: codeOf });
        const proxy = judge(draft, station);
        expect("lead" in proxy).toBe(form.success);
        if (form.success) {
          expect(proxy).toEqual({ lead: form.data });
          return;
        }
        const said = form.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
        const issues = "issues" in proxy ? proxy.issues : [];
        const known = issues.filter(({ code }) => code !== "unknown").map(({ path, code }) => `${path} ${code}`);
        expect(known).toEqual(said.filter((line) => !line.endsWith(" unknown")));
      });
      fc.assert(property, some);
    });
  },
);

function leavesOf(value: unknown, path: string): [string, unknown][] {
  const inner = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, inner(String(index))));
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => leavesOf(item, inner(key)));
  return [[path, value]];
}
