// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { keep } from "../../browser/device.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { clearForm, drawForm, leave, write, type Box } from "../../testing/form.tsx";

afterEach(() => {
  clearForm();
  queryClient.clear();
  localStorage.clear();
});

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const box = (part: string) => document.getElementById(`f-customAttributeList-0-${part}`) as Box;
const attribute = (name: string, type: string) => ({ name, type, options: type.endsWith("select") ? ["A", "B"] : [] });

async function rename(type: string): Promise<void> {
  const attributes = [attribute("Sample known", type)];
  keep("vocabulary", { stages: [], tags: [], agents: [], offices: [], attributes });
  const row = { attributeName: "Sample knwn", attributeType: "text", value: "typed here" };
  await drawForm(desk, "attributes", { customAttributeList: [row] });
  await write(box("attributeName"), "Sample known");
  await leave(box("attributeName"));
}
const type = () => box("attributeType").value;

test.each(["number", "date", "single_select", "multi_select"])(
  "a name that Lofty has as %s keeps the value that was typed for another name",
  async (known) => {
    await rename(known);
    expect(box("value").value).toBe("typed here");
    expect(type()).toBe(known === "number" ? known : "text");
  },
);

test("the name's box can be passed again without a change of type or value", async () => {
  await rename("number");
  await write(box("value"), "12");
  await leave(box("attributeName"));
  expect(box("value").value).toBe("12");
});
