import { expect, test } from "vitest";
import { isFrameParent } from "./frameParents.ts";

test.each([
  ["https://www.example.com", "https://www.example.com", true],
  ["https://WWW.example.com", "https://www.example.com", true],
  ["https://www.example.com:443", "https://www.example.com", true],
  ["http://www.example.com", "https://www.example.com", true],
  ["https://*.example.com", "https://a.b.example.com", true],
  ["http://[::1]:8080", "http://[::1]:8080", true],
  ["https://www.example.com", "http://www.example.com", false],
  ["https://www.example.com", "https://www.example.com:8443", false],
  ["https://www.example.com", "https://www.example.com.evil.example", false],
  ["https://*.example.com", "https://example.com", false],
  ["https://*.example.com", "https://evilexample.com", false],
  ["https://www.example.com", "null", false],
  ["https://www.example.com", "", false],
])("%s allows %s: %s", (parent, origin, is) => {
  expect(isFrameParent(["https://other.example.com", parent], origin)).toBe(is);
});
