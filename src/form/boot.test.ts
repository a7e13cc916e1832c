// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, test, vi } from "vitest";

type First = HTMLElement & { readonly busy: ReadonlySet<string> };
const busy = () => [...(document.getElementById("first") as First).busy];
const happens = (...types: readonly string[]) => {
  for (const type of types) document.body.dispatchEvent(new Event(type, { bubbles: true }));
};

beforeAll(async () => {
  document.body.innerHTML =
    '<div id="first" data-station="website" data-profile="embed"><form>' +
    '<input type="text" id="last"><input id="trap" tabindex="-1"></form></div>';
  const path = "./boot.js";
  await import(/* @vite-ignore */ path);
});
beforeEach(() => vi.useFakeTimers());

test.each([
  ["an input method writes", "compositionstart", "compositionend"],
  ["a pointer is down", "pointerdown", "pointerup"],
  ["a pointer is down", "pointerdown", "pointercancel"],
])("while %s the first screen is busy, also if it begins again at once (%s, %s)", (_, start, end) => {
  happens(start);
  expect(busy()).toEqual([start]);
  happens(end);
  vi.advanceTimersByTime(30);
  happens(start);
  vi.advanceTimersByTime(1_000);
  expect(busy()).toEqual([start]);
  happens(end);
  vi.advanceTimersByTime(30);
  happens(start, end);
  vi.advanceTimersByTime(30);
  expect(busy()).toEqual([start]);
  vi.advanceTimersByTime(30);
  expect(busy()).toEqual([]);
});

test("Enter in the last box: the focus stays out of the box that only programs fill in", () => {
  for (const box of document.querySelectorAll("input"))
    Object.defineProperty(box, "offsetParent", { value: document.body, configurable: true });
  const last = document.getElementById("last");
  last?.focus();
  last?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  expect(document.activeElement).toBe(last);
});
