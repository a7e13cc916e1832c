// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { StationContext, type FormStation } from "../station/useStation.ts";
import { draw, type Drawn } from "../testing/draw.tsx";
import type { Sent } from "./sent.ts";
import { VisitorDone } from "./VisitorDone.tsx";

let drawn: Drawn | undefined;
afterEach(() => drawn?.remove());

const nothing = () => undefined;

/** Renders the end of a visitor's form in this state. Returns its texts: heading, text, buttons. */
async function textsOf(profile: "embed" | "kiosk", state: Partial<Sent>): Promise<readonly string[]> {
  const sent: Sent = {
    ...{ receipt: undefined, problem: undefined, need: undefined, isOnDisk: true, isEdited: false, undoMs: 0 },
    ...state,
  };
  drawn = await draw(
    "visitors",
    <StationContext value={stationOf(profile) as FormStation}>
      <VisitorDone sent={sent} onDone={nothing} onBack={nothing} />
    </StationContext>,
  );
  return [...drawn.place.querySelectorAll("h1, p, button")].map(({ textContent }) => textContent);
}

test("a form that was sent promises no contact: the visitor may have refused it", async () => {
  expect(await textsOf("embed", { receipt: { id: "a", status: "accepted" } })).toEqual([
    "Thank you",
    "We have your details.",
  ]);
});

test.each([
  [
    "embed",
    [
      "Not saved yet",
      "This form can’t be sent from here any more. Scan the code again, or ask the host. Your answers are kept on this screen.",
    ],
  ],
  [
    "kiosk",
    ["Not saved yet", "Staff need to sign in on this device first. Your answers are kept on this screen.", "Sign in"],
  ],
] as const)(
  "%s, without a session: only on the office's own device staff are asked to sign in",
  async (profile, said) => {
    expect(await textsOf(profile, { need: "sign-in", isOnDisk: false })).toEqual(said);
  },
);

test("the heading, which gets the focus, is not announced a second time", async () => {
  await textsOf("embed", { receipt: { id: "a", status: "accepted" } });
  expect(document.activeElement?.tagName).toBe("H1");
  expect(document.activeElement?.closest("[aria-live], [role=status]")).toBeNull();
});
