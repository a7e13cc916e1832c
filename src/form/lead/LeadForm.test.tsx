// @vitest-environment happy-dom
import { rendered, type Rendered } from "../testing/rendered.ts";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/readyStations.ts";
import type { Station } from "#lead/station.ts";
import { idOf } from "../controls/control.ts";
import { queryClient } from "../queryClient.ts";
import { StationContext } from "../station/useStation.ts";
import { stepsOf } from "../steps.ts";
import { Words } from "../words/Words.tsx";
import { LeadForm } from "./LeadForm.tsx";

// No proxy answers here: Lofty's lists stay empty, as on a device that is offline.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, fetch: () => Promise.reject(new TypeError("offline")) });
queryClient.setDefaultOptions({ queries: { retry: false } });
let root: Root | undefined;
afterEach(() => {
  act(() => root?.unmount());
  localStorage.clear();
});

const staff = readyStations.filter(({ profile }) => profile === "agent" || profile === "desk");
const pages = staff.flatMap((station) =>
  stepsOf(station).map(({ name }) => ({ station, step: name, name: station.id })),
);

test.each(pages)(
  "$name, $step: a key in a text renders its own question and nothing else",
  async ({ station, step }) => {
    await draw(station, step);
    for (const button of document.querySelectorAll<HTMLElement>("fieldset > div > button"))
      await act(async () => button.click());
    await quiet();
    const boxes = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[type=text], textarea")];
    for (const box of boxes) {
      await press(box, "a");
      rendered();
      await press(box, "ab");
      const again = rendered();
      expect(
        again.filter((one) => !isOf(one, box)),
        box.id,
      ).toEqual([]);
      expect(again.length, box.id).toBeGreaterThan(0);
    }
  },
);

/** A box of a date, or beside chips, has an id of its own. A question of the office's own is found by its row. */
const isOf = ({ path, component }: Rendered, box: Element) =>
  path !== undefined &&
  (idOf(path) === box.id ||
    idOf(path) === box.id.replace(/-(month|day|year|own)$/, "") ||
    component === "AttributeField");

async function draw(station: Station, step: string): Promise<void> {
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
  const nothing = () => undefined;
  await act(async () =>
    root?.render(
      <Words>
        <StationContext value={station}>
          <LeadForm stepName={step} onStep={nothing} onNext={nothing} onSaved={nothing} initial={undefined} />
        </StationContext>
      </Words>,
    ),
  );
  // What stands around the questions arrives after them, and renders when it does.
  while (!document.querySelector(".station-bar") || queryClient.isFetching() > 0) await quiet();
  await quiet();
}

/** Until nothing has rendered for a while. */
async function quiet(): Promise<void> {
  do await act(() => new Promise((resolve) => setTimeout(resolve, 250)));
  while (rendered().length > 0);
}

/** As React hears a key: through the prototype's setter, then an event that bubbles. */
async function press(box: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box) as object, "value") ?? {};
  await act(async () => {
    set?.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
