// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { idOf } from "../../question/answers/control.ts";
import { focusSoon } from "../../question/answers/focusSoon.ts";
import { clearForm, drawForm, openFolds, quiet } from "../../testing/form.tsx";
import { act } from "../../testing/act.ts";

afterEach(clearForm);

const agent = readyStations.find(({ profile }) => profile === "agent") as (typeof readyStations)[number];
const folded = "referredBy";
const box = () => document.getElementById(idOf(folded));

test("renders the fields of a fold when it is opened", async () => {
  await drawForm(agent, "contact");
  expect(box()).toBeNull();
  await openFolds();
  expect(box()).not.toBeNull();
});

test("renders a fold with an answer at once", async () => {
  await drawForm(agent, "contact", { [folded]: "A neighbor" });
  expect(box()).not.toBeNull();
  expect(box()?.closest("details")?.open).toBe(false);
});

test("focusSoon opens the fold of a field and focuses the field", async () => {
  await drawForm(agent, "contact");
  await act(async () => focusSoon(folded));
  await quiet();
  expect(box()?.closest("details")?.open).toBe(true);
  expect(document.activeElement).toBe(box());
});
