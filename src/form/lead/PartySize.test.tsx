// @vitest-environment happy-dom
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import { act } from "../testing/act.ts";
import { click } from "../testing/form.tsx";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import { PartySize } from "./PartySize.tsx";

function Party() {
  const [party, setParty] = useState(2);
  return <PartySize value={party} onChange={setParty} />;
}

test("at 1 and at 12 a button does nothing, and keeps the focus", async () => {
  document.body.innerHTML = "<div></div>";
  const root = createRoot(document.body.firstElementChild as Element);
  await act(async () =>
    root.render(
      <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", "visitors")}>
        <Party />
      </IntlProvider>,
    ),
  );
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
  await act(async () => root.unmount());
});
