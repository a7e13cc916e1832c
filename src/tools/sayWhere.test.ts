import { expect, test } from "vitest";
import { isAlone, madePasscode, whereLines } from "./sayWhere.ts";

const address = "http://127.0.0.1:8080";
const text = (more: Partial<Parameters<typeof whereLines>[0]>) => whereLines({ address, env: {}, ...more }).join("\n");

test("on this machine alone: the address, and in sandbox mode what to try", () => {
  expect(text({})).toBe("\n  Foyer is at http://127.0.0.1:8080\n");
  expect(text({ sandbox: "http://127.0.0.1:8081" })).toContain("http://127.0.0.1:8081/sandbox/faults");
});

test("a QR code of the address for other devices; none on this machine alone", () => {
  const code = /[█▄▀]/;
  expect(text({ env: { PUBLIC_ORIGIN: "https://desk.example.com" } })).toMatch(code);
  expect(text({ env: { HOST: "0.0.0.0" } })).toMatch(code);
  expect(text({ env: { HOST: "192.168.1.5" }, address: "http://192.168.1.5:8080" })).toMatch(code);
  expect(text({ env: { HOST: "127.0.0.2" } })).not.toMatch(code);
  expect(text({})).not.toMatch(code);
});

test.each([
  [undefined, true],
  ["", true],
  ["127.0.0.1", true],
  ["localhost", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["192.168.1.5", false],
  ["127.0.0.1.example.com", false],
])("HOST=%s is this machine alone: %s", (host, expected) => {
  expect(isAlone(host)).toBe(expected);
});

test("with HOST=0.0.0.0 it names addresses that open, and what the sandbox stored through Foyer", () => {
  const said = text({ env: { HOST: "0.0.0.0" }, address: "http://0.0.0.0:8080", sandbox: "http://127.0.0.1:8081" });
  expect(said).toContain("Foyer is at http://127.0.0.1:8080");
  expect(said).not.toContain("0.0.0.0");
  if (said.includes("from other devices")) expect(said).toMatch(/signed in: http:\/\/[\d.]+:8080\/sandbox\/leads/);
});

test("a made passcode has eight digits", () => {
  expect(madePasscode()).toMatch(/^\d{8}$/);
});
