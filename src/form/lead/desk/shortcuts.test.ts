// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { actionOf, type Action } from "./shortcuts.ts";

type Row = readonly [layout: string, code: string, key: string, action: Action | undefined];

test.each<Row>([
  ["US", "KeyS", "s", "send"],
  ["US, caps lock", "KeyS", "S", "send"],
  ["Dvorak", "Semicolon", "s", "send"],
  ["Dvorak", "KeyS", "o", undefined],
  ["Dvorak", "Slash", "z", undefined],
  ["German", "Slash", "-", undefined],
  ["Russian", "KeyS", "ы", "send"],
  ["Russian", "KeyK", "л", "jump"],
  ["Russian", "Slash", ".", "all"],
  ["Russian", "KeyQ", "й", undefined],
  ["Ukrainian", "KeyS", "і", "send"],
  ["Bulgarian", "KeyS", "я", "send"],
  ["Greek", "KeyS", "σ", "send"],
  ["Greek", "KeyK", "κ", "jump"],
  ["Greek", "Slash", "/", "all"],
  ["Hebrew", "KeyS", "ד", "send"],
  ["Hebrew", "KeyK", "ל", "jump"],
  ["Hebrew", "Slash", ".", "all"],
  ["Arabic", "KeyS", "س", "send"],
  ["Arabic", "KeyK", "ن", "jump"],
  ["Arabic", "Slash", "ظ", "all"],
  ["Thai", "KeyS", "ห", "send"],
  ["Thai", "KeyK", "า", "jump"],
  ["Hindi", "KeyS", "े", "send"],
  ["Korean", "KeyS", "ㄴ", "send"],
  ["Turkish F", "KeyK", "k", "jump"],
  ["Turkish F", "KeyW", "ğ", undefined],
  ["US", "Enter", "Enter", "continue"],
  ["a remote desktop", "", "s", "send"],
])("Control on a %s keyboard, key %s, which types %s: %s", (_layout, code, key, action) => {
  expect(actionOf(new KeyboardEvent("keydown", { key, code, ctrlKey: true }))).toBe(action);
});

test("a letter without Control, or with Control and Alt (AltGr), is no shortcut", () => {
  for (const init of [{}, { altKey: true, ctrlKey: true }, { shiftKey: true, ctrlKey: true }])
    for (const key of ["s", "ы", "σ", "ד"])
      expect(actionOf(new KeyboardEvent("keydown", { key, code: "KeyS", ...init }))).toBeUndefined();
});
