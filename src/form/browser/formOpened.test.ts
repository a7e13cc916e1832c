// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";

test.each([
  ["nothing was done", {}, { opened: "signed" }],
  ["nothing was pressed", { pressed: [] }, { opened: "signed" }],
  ["somebody typed", { pressed: [], wentOn: true }, {}],
  ["somebody pressed Continue", { pressed: ["button"], wentOn: false }, {}],
])("on the first screen %s before the app: the marks say so", async (_, noted, marks) => {
  vi.resetModules();
  vi.stubGlobal("fetch", async () => Response.json({ opened: "signed" }));
  document.body.innerHTML = '<div id="first"></div>';
  Object.assign(document.getElementById("first") ?? {}, noted);
  const { formMarks, noteOpened } = await import("./formOpened.ts");
  document.body.innerHTML = "";
  await noteOpened();
  expect(formMarks()).toEqual(marks);
  vi.unstubAllGlobals();
});
