// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { keep } from "../../browser/device.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { clearForm, click, drawForm, leave, press, quiet, write, type Box } from "../../testing/form.tsx";
import { states } from "../answers/usStates.ts";
import { act } from "../../testing/act.ts";

const vocabulary = {
  stages: ["New Leads", "Attempted Contact", "Active Client", "Archived"],
  tags: [],
  agents: ["Sample Agent One", "Sample Agent Two", "Sample Agent Three", "Twin Sample", "Twin Sample"].map(
    (name, index) => ({ id: String(index + 1), name }),
  ),
  offices: [],
  attributes: [],
};

afterEach(() => {
  clearForm();
  queryClient.clear();
  localStorage.clear();
});

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const box = (path: string) => document.getElementById(`f-${path}`) as Box;
const options = () => [...document.querySelectorAll("[role=option]")].map(({ textContent }) => textContent);
const error = (path: string) => document.getElementById(`f-${path}-error`)?.textContent ?? "";

/** Types a text letter by letter. After each letter the box must contain exactly the typed text. */
async function type(at: Box, text: string): Promise<void> {
  await act(async () => at.focus());
  for (let end = 1; end <= text.length; end++) {
    await write(at, text.slice(0, end));
    expect(at.value).toBe(text.slice(0, end));
  }
}

test("every state, letter by letter: the box keeps the typed text, and shows the state after it loses the focus", async () => {
  await drawForm(desk, "property");
  while (!box("property-state")) await quiet();
  for (const { name, code } of states)
    for (const typed of [name, code, name.toLowerCase(), code.toLowerCase()]) {
      await type(box("property-state"), typed);
      await act(async () => box("property-state").blur());
      expect(box("property-state").value, typed).toBe(name);
    }
});

test.each(["Mexico", "Ala", "Ontario", "kans", "Washington D", "meh"])(
  "%s is not the name of a state: stays as typed",
  async (typed) => {
    await drawForm(desk, "inquiry", { leadTypes: [2], inquiry: { locations: [{ city: "Sample" }] } });
    const state = box("inquiry-locations-0-stateCode");
    await type(state, typed);
    await leave(state);
    expect(state.value).toBe(typed);
  },
);

test.each([
  ["sample agent one", "Sample Agent One", ""],
  ["Sample Agent Tw", "Sample Agent Two", ""],
  ["2", "Sample Agent Two", ""],
  ["Sample Agent T", "Sample Agent T", "Pick one from the list for Assign to"],
  ["agent t", "agent t", "Pick one from the list for Assign to"],
  ["agent o", "agent o", "Pick one from the list for Assign to"],
  ["Twin Sample", "Twin Sample", "Pick one from the list for Assign to"],
  ["Nobody", "Nobody", "Choose an agent from the list, or type the agent’s number"],
])("an agent typed as %j: after leaving the box it is %j, with the message %j", async (typed, left, message) => {
  keep("vocabulary", vocabulary);
  await drawForm(desk, "contact");
  await type(box("assignedUserId"), typed);
  await leave(box("assignedUserId"));
  expect(box("assignedUserId").value).toBe(left);
  expect(error("assignedUserId")).toBe(message);
});

test.each([
  ["new", "New Leads", ""],
  ["active client", "Active Client", ""],
  ["A", "A", "Pick one from the list for Stage"],
  ["client", "client", "Pick one from the list for Stage"],
  ["Ours alone", "Ours alone", ""],
])("a stage typed as %j: after leaving the box it is %j, with the message %j", async (typed, left, message) => {
  keep("vocabulary", vocabulary);
  await drawForm(desk, "contact");
  await type(box("stage"), typed);
  await leave(box("stage"));
  expect(box("stage").value).toBe(left);
  expect(error("stage")).toBe(message);
});

test("an agent who was picked stays, even if another agent has the same name", async () => {
  keep("vocabulary", vocabulary);
  await drawForm(desk, "contact", { assignedUserId: "5" });
  await act(async () => box("assignedUserId").focus());
  await leave(box("assignedUserId"));
  expect(error("assignedUserId")).toBe("");
  expect(box("assignedUserId").value).toBe("Twin Sample");
});

test("a highlighted option is taken by Enter, but not by leaving the box and not by Enter of the input method", async () => {
  keep("vocabulary", vocabulary);
  await drawForm(desk, "contact");
  const agent = box("assignedUserId");
  await type(agent, "agent");
  await press(agent, "ArrowDown");
  await press(agent, "Enter", { keyCode: 229 } as KeyboardEventInit);
  expect(agent.value).toBe("agent");
  await leave(agent);
  expect(agent.value).toBe("agent");
  await type(agent, "agent t");
  await press(agent, "ArrowDown");
  await press(agent, "Enter");
  expect(agent.value).toBe("Sample Agent Two");
});

test("Enter takes nothing without a highlighted option; Escape closes the list and keeps the text", async () => {
  keep("vocabulary", vocabulary);
  await drawForm(desk, "contact");
  const agent = box("assignedUserId");
  await type(agent, "Sample Agent T");
  expect(options()).toEqual(["Sample Agent Two", "Sample Agent Three"]);
  await press(agent, "Enter");
  expect(agent.value).toBe("Sample Agent T");
  await press(agent, "Escape");
  await press(agent, "Escape");
  expect(agent.value).toBe("Sample Agent T");
});

test("an ambiguous name prevents saving and stays", async () => {
  keep("vocabulary", vocabulary);
  await drawForm(desk, "contact", { firstName: "Ada", phones: ["(415) 555-0134"] });
  await type(box("assignedUserId"), "Sample Agent T");
  await click(/^Send now/);
  expect(document.querySelector("[role=alert]")?.textContent).toContain("Pick one from the list for Assign to");
  expect(box("assignedUserId").value).toBe("Sample Agent T");
});
