import { expect, test } from "vitest";
import { segmentsOf } from "./route.ts";

test.each([
  ["/s/open-house/contact", ["s", "open-house", "contact"]],
  ["/s/Caf%C3%A9", ["s", "Café"]],
  ["/s/%", ["s", "%"]],
  ["/s/50%25", ["s", "50%"]],
  ["/s/front-desk/100%", ["s", "front-desk", "100%"]],
  ["/embed/%E0%A4%A/%zz", ["embed", "%E0%A4%A", "%zz"]],
])("%s: decodes without an error", (path, segments) => {
  expect(segmentsOf(path)).toEqual(segments);
});
