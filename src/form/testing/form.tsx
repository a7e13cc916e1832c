import { rendered } from "./rendered.ts";
import "libphonenumber-js/min";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { readyStations } from "#lead/readyStations.ts";
import { keepInTab } from "../browser/tab.ts";
import { forget } from "../device.ts";
import { keysFrom } from "../deviceKeys.ts";
import { LeadForm } from "../lead/LeadForm.tsx";
import { StationContext, type FormStation } from "../station/useStation.ts";
import { Words } from "../words/Words.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// Whatever arrives later is here, so that it arrives soon.
import.meta.glob(["../*/*.tsx", "!../*/*.test.tsx", "!../testing/*"], { eager: true });
let root: Root | undefined;

/** A station's form at a step, drawn in full. */
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
      <Words>
        <StationContext value={station}>
          <LeadForm
            {...{ stepName: step, onStep, onNext: nothing, ...(initial && { initial }) }}
            onSaved={() => undefined}
          />
        </StationContext>
      </Words>,
    ),
  );
  await quiet();
}

export function clearForm(): void {
  act(() => root?.unmount());
  for (const { id } of readyStations) keepInTab(`hand:${id}`, []);
  for (const key of keysFrom("draft:")) forget(key);
}

/** Until nothing has rendered for a while. */
export async function quiet(ms = 200): Promise<void> {
  do await act(() => new Promise((resolve) => setTimeout(resolve, ms)));
  while (rendered().length > 0);
}

/** Adds a row to every list of small forms. */
export async function addRows(): Promise<void> {
  for (const button of document.querySelectorAll<HTMLElement>("fieldset > div > button"))
    await act(async () => button.click());
  await quiet();
}

export type Box = HTMLInputElement | HTMLTextAreaElement;

/** As React hears a key: through the prototype's setter, then an event that bubbles. */
export async function write(box: Box, text: string, event = new Event("input", { bubbles: true })): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box) as object, "value") ?? {};
  await act(async () => {
    set?.call(box, text);
    box.dispatchEvent(event);
  });
}

/** As an input method writes a candidate that is not accepted yet. */
export const compose = (box: Box, text: string): Promise<void> =>
  write(box, text, new InputEvent("input", { bubbles: true, isComposing: true }));

/** Presses a key in a box, or wherever else. */
export async function press(at: EventTarget, key: string, init: KeyboardEventInit = {}): Promise<void> {
  await act(async () =>
    at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init })),
  );
  await quiet(50);
}

/** Pastes a text at the caret; answers whether the box was left to take it by itself. */
export async function paste(box: Box, text: string): Promise<boolean> {
  const clipboardData = { getData: () => text };
  const event = Object.assign(new Event("paste", { bubbles: true, cancelable: true }), { clipboardData });
  const isLeft = await act(async () => box.dispatchEvent(event));
  await quiet(50);
  return isLeft;
}

/** The button of a name, pressed. */
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

/** Leaves a box, and waits until what was written in it is judged. */
export async function leave(box: Box): Promise<void> {
  await act(async () => {
    box.focus();
    box.blur();
  });
  await quiet(50);
}
