// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { StationContext, type FormStation } from "../station/useStation.ts";
import { draw } from "../testing/draw.tsx";
import type { Sent } from "./sent.ts";
import { StaffReceipt } from "./StaffReceipt.tsx";

test("a refused lead: the heading gets the focus, and nothing is announced twice", async () => {
  const problem = { type: "/problems/x", title: "Refused", status: 422 };
  const sent: Sent = { receipt: undefined, problem, need: undefined, isOnDisk: true, isEdited: false, undoMs: 0 };
  const nothing = () => undefined;
  const { place, remove } = await draw(
    "staff",
    <StationContext value={stationOf("desk") as FormStation}>
      <StaffReceipt name="Ada" sent={sent} onNext={nothing} onBack={nothing} />
    </StationContext>,
  );
  const live = "[aria-live], [role=status], [role=alert]";
  expect(document.activeElement?.tagName).toBe("H1");
  expect(document.activeElement?.closest(live)).toBeNull();
  expect([...place.querySelectorAll(live)].filter((one) => one.querySelector(live))).toEqual([]);
  await remove();
});
