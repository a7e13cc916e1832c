import { rendered } from "./rendered.ts";
import "libphonenumber-js/min";
import { IntlProvider } from "use-intl";
import { createRoot, type Root } from "react-dom/client";
import { readyStations } from "#lead/station/readyStations.ts";
import { keepInTab } from "../browser/tab.ts";
import { forget } from "../browser/device.ts";
import { keysFrom } from "../browser/deviceKeys.ts";
import { LeadForm } from "../lead/LeadForm.tsx";
import { StationContext, type FormStation } from "../station/useStation.ts";
import { isVisited } from "#lead/station/allowed.ts";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import { act } from "./act.ts";

// Import all components now, so that lazy ones load at once in a test.
import.meta.glob(["../*/**/*.tsx", "!../**/*.test.tsx", "!../testing/*"], { eager: true });
let root: Root | undefined;

/** A missing text fails the test. */
const fail = (error: Error) => {
  throw error;
};

/** Renders a station's form at a step and waits until it is complete. */
export async function drawForm(
  station: FormStation,
  step: string,
  initial?: object,
  onStep: (step: string) => void = () => undefined,
): Promise<void> {
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
  const nothing = () => undefined;
  await act(async () =>
    root?.render(
      <IntlProvider
        locale="en"
        timeZone="UTC"
        messages={everyCatalogue("en", isVisited(station) ? "visitors" : "staff")}
        onError={fail}
      >
        <StationContext value={station}>
          <LeadForm
            {...{ stepName: step, onStep, onNext: nothing, ...(initial && { initial }) }}
            onSaved={() => undefined}
          />
        </StationContext>
      </IntlProvider>,
    ),
  );
  await quiet();
}

export function clearForm(): void {
  act(() => root?.unmount());
  for (const { id } of readyStations) keepInTab(`hand:${id}`, []);
  for (const key of keysFrom("draft:")) forget(key);
}

/** Waits until nothing has rendered for `ms` milliseconds. */
export async function quiet(ms = 200): Promise<void> {
  do await act(() => new Promise((resolve) => setTimeout(resolve, ms)));
  while (rendered().length > 0);
}

/** Opens every fold, so that its questions are rendered. */
export async function openFolds(): Promise<void> {
  for (const summary of document.querySelectorAll<HTMLElement>("summary")) await act(async () => summary.click());
  await quiet();
}

/** Adds a row to every list of rows. */
export async function addRows(): Promise<void> {
  for (const button of document.querySelectorAll<HTMLElement>("fieldset > div > button"))
    await act(async () => button.click());
  await quiet();
}

export type Box = HTMLInputElement | HTMLTextAreaElement;

/** Writes as React expects it: through the prototype's setter, then an event that bubbles. */
export async function write(box: Box, text: string, event = new Event("input", { bubbles: true })): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box) as object, "value") ?? {};
  await act(async () => {
    set?.call(box, text);
    box.dispatchEvent(event);
  });
}

/** Writes as an input method writes a candidate that is not accepted yet. */
export const compose = (box: Box, text: string): Promise<void> =>
  write(box, text, new InputEvent("input", { bubbles: true, isComposing: true }));

/** Presses a key in a box or on any other target. */
export async function press(at: EventTarget, key: string, init: KeyboardEventInit = {}): Promise<void> {
  await act(async () =>
    at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init })),
  );
  await quiet(50);
}

/** Pastes a text at the caret. Returns true if the app left the paste to the browser. */
export async function paste(box: Box, text: string): Promise<boolean> {
  const clipboardData = { getData: () => text };
  const event = Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData });
  const isLeft = await act(async () => box.dispatchEvent(event));
  await quiet(50);
  return isLeft;
}

/** Clicks the button with this name. Throws if there is none. */
export async function click(name: string | RegExp): Promise<void> {
  const isIt = (button: Element) => {
    const called = button.getAttribute("aria-label") ?? button.textContent.trim();
    return typeof name === "string" ? called === name : name.test(called);
  };
  const button = [...document.querySelectorAll<HTMLElement>("button")].find(isIt);
  if (!button) throw new Error(`no button ${name}`);
  await act(async () => button.click());
  await quiet(50);
}

/** Focuses and leaves a box, and waits until its text is validated. */
export async function leave(box: Box): Promise<void> {
  await act(async () => {
    box.focus();
    box.blur();
  });
  await quiet(50);
}
