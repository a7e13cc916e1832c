// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { StationContext, type FormStation } from "../station/useStation.ts";
import { act } from "../testing/act.ts";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import type { Sent } from "./sent.ts";
import { StaffReceipt } from "./StaffReceipt.tsx";

test("a refused lead: the heading gets the focus, and nothing is announced twice", async () => {
  const problem = { type: "/problems/x", title: "Refused", status: 422 };
  const sent: Sent = { receipt: undefined, problem, need: undefined, isOnDisk: true, isEdited: false, undoMs: 0 };
  const nothing = () => undefined;
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", "staff")}>
        <StationContext value={stationOf("desk") as FormStation}>
          <StaffReceipt name="Ada" sent={sent} onNext={nothing} onBack={nothing} />
        </StationContext>
      </IntlProvider>,
    ),
  );
  const live = "[aria-live], [role=status], [role=alert]";
  expect(document.activeElement?.tagName).toBe("H1");
  expect(document.activeElement?.closest(live)).toBeNull();
  expect([...place.querySelectorAll(live)].filter((one) => one.querySelector(live))).toEqual([]);
  await act(async () => root.unmount());
});
