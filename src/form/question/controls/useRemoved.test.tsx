// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import type { FormStation } from "../../station/useStation.ts";
import { act } from "../../testing/act.ts";
import { clearForm, drawForm } from "../../testing/form.tsx";

afterEach(() => {
  vi.useRealTimers();
  clearForm();
});

test("Undo of a removed row ends 8 s after the focus last moved, and not while it has the focus", async () => {
  await drawForm(stationOf("desk") as FormStation, "contact", {
    firstName: "Ada",
    phones: ["415 555 0131", "415 555 0132"],
  });
  vi.useFakeTimers();
  const button = (name: RegExp) =>
    [...document.querySelectorAll("button")].find((one) =>
      name.test(one.getAttribute("aria-label") ?? one.textContent),
    );
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const focus = (element: HTMLElement | null | undefined) => act(() => element?.focus());
  await act(async () => button(/^Remove .*2/)?.click());
  expect(button(/^Undo$/)).toBeDefined();
  await pass(6_000);
  focus(document.getElementById("f-emails-0"));
  await pass(6_000);
  focus(button(/^Undo$/));
  await pass(20_000);
  expect(document.activeElement?.textContent).toBe("Undo");
  focus(document.getElementById("f-emails-0"));
  await pass(8_100);
  expect(button(/^Undo$/)).toBeUndefined();
});
