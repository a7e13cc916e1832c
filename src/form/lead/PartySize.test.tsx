// @vitest-environment happy-dom
import { useState } from "react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw.tsx";
import { click } from "../testing/form.tsx";
import { PartySize } from "./PartySize.tsx";

function Party() {
  const [party, setParty] = useState(2);
  return <PartySize value={party} onChange={setParty} />;
}

test("at 1 and at 12 a button does nothing, and keeps the focus", async () => {
  const { remove } = await draw("visitors", <Party />);
  const state = () => [
    document.querySelector("output")?.textContent,
    ...[...document.querySelectorAll("button")].map((button) => [
      button.disabled,
      button.getAttribute("aria-disabled"),
    ]),
  ];
  for (let times = 0; times < 2; times += 1) await click("One fewer");
  expect(state()).toEqual(["Just me", [false, "true"], [false, null]]);
  for (let times = 0; times < 12; times += 1) await click("One more");
  expect(state()).toEqual(["12 of us", [false, null], [false, "true"]]);
  await remove();
});
