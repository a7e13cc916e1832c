// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { queued } from "../../sending/queue/queue.ts";
import type { FormStation } from "../../station/useStation.ts";
import { keepWho, whoAt } from "../../station/who.ts";
import { emptyLine } from "./lines.ts";
import { saveLines } from "./saveLines.ts";

const lines = (...ids: readonly string[]) =>
  ids.map((id) => ({ ...emptyLine(id), firstName: id, phone: "415 555 0134" }));
const save = async (...ids: readonly string[]) => [
  ...(await saveLines(lines(...ids), stationOf("agent") as FormStation, "en", whoAt("open-house"))),
];

test("only lines that are on disk count as saved; the others are sent from this page", async () => {
  expect(await save("Ana", "Ben")).toEqual(["Ana", "Ben"]);
  const opened = vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
    throw new DOMException("refused", "UnknownError");
  });
  expect(await save("Cleo", "Dan", "Eve")).toEqual([]);
  expect(queued().map(({ id, isOnDisk }) => [id, isOnDisk])).toEqual([
    ["Ana", true],
    ["Ben", true],
    ["Cleo", false],
    ["Dan", false],
    ["Eve", false],
  ]);
  opened.mockRestore();
});

test("the lines go to the agent to whom leads of this device go", async () => {
  keepWho("open-house", { agent: { id: "651095960100001", name: "Sample Agent One" } });
  await save("Fay");
  const leadOf = (name: string) => queued().find(({ id }) => id === name)?.body;
  expect(leadOf("Fay")).toMatchObject({ lead: { firstName: "Fay", assignedUserId: "651095960100001" } });
  keepWho("open-house", { routing: true });
  await save("Gus");
  expect(leadOf("Gus")).not.toHaveProperty("lead.assignedUserId");
});
