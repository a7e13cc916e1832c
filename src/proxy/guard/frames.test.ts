import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { isForeignFrame } from "./frames.ts";

const all = [
  stationOf("embed", { id: "site", frameParents: ["https://www.example.com"] }),
  stationOf("embed", { id: "alone", frameParents: [] }),
  stationOf("kiosk", { id: "kiosk", frameParents: ["https://www.example.com"] }),
];
const stations = { find: (id: string) => all.find((one) => one.id === id) };
const [allowed, foreign] = ["https://www.example.com/", "https://evil.example.com/"];

test.each<readonly [path: string, dest: string, site: string, referer: string, isForeign: boolean]>([
  ["/embed/site", "iframe", "cross-site", allowed, false],
  ["/embed/site", "iframe", "cross-site", foreign, true],
  ["/embed/site", "object", "cross-site", foreign, true],
  ["/embed/site", "document", "cross-site", foreign, false],
  ["/embed/site", "iframe", "same-origin", "", false],
  ["/embed/site", "iframe", "same-site", foreign, true],
  // The browser compares a page that hides its origin with frame-ancestors.
  ["/embed/site", "iframe", "cross-site", "", false],
  ["/embed/site", "iframe", "cross-site", "about:blank", false],
  ["/embed/alone", "iframe", "cross-site", "", true],
  ["/embed/kiosk", "iframe", "cross-site", allowed, true],
  ["/embed/nobody", "iframe", "cross-site", allowed, true],
])("%s as %s from a %s page %s: refused: %s", (path, dest, site, referer, isForeign) => {
  const headers = { "sec-fetch-dest": dest, "sec-fetch-site": site, referer };
  expect(isForeignFrame(new Request(`https://foyer.example.com${path}`, { headers }), path, stations)).toBe(isForeign);
});
