import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import type { Station } from "#lead/station/station.ts";
import type { Who } from "../guard/who.ts";
import { stationPages } from "./stationPage.ts";

const index =
  '<!doctype html><html lang="en"><head><link rel="stylesheet" href="/a.css"></head><body><div id="app"></div></body></html>';
const boot = "1 + 1;";
const built = {
  index,
  css: "p { color: red }",
  wordsOf: (language: string, isStaffs: boolean) => [`/words-${language}${isStaffs ? "-staff" : ""}.js`],
  refusalOf: () => "",
  screenOf: () => ({ html: "<p>First</p>", css: "b { color: blue }", density: "desk", boot }),
};
const event = { id: "e1", address: "12 Sample Street", date: "2026-11-28" };
const presets = { tagsAdd: ["canary-preset"] };
const staff: Who = { role: "staff" };
const stranger: Who = { role: "stranger" };

const keyNamed = (kid: string) => ({ kty: "EC", crv: "P-256", x: "x-canary", y: "y-canary", kid }) as const;
let sealTo = () => keyNamed("key-1");

function pages(stations: readonly Station[], signIn = true) {
  const find = (id: string) => stations.find((station) => station.id === id);
  const config = { mode: "sandbox", version: "1", signIn };
  const parts = { built, stations: { find, versionOf: () => "0123456789abcdef" }, sealTo: () => sealTo(), config };
  const render = stationPages(parts);
  return (path: string, who: Who, browser: readonly string[] = [], setting?: string) =>
    render(path, who, { browser, setting });
}
const stations = (["agent", "desk", "kiosk", "embed"] as const).map((profile) =>
  stationOf(profile, { id: profile, presets, event }),
);

test.each<readonly [path: string, who: Who, isThere: boolean]>([
  ["/s/desk", staff, true],
  ["/s/desk/inquiry", staff, true],
  ["/s/agent", staff, true],
  ["/s/desk", stranger, false],
  ["/s/agent", { role: "kiosk", station: "kiosk" }, false],
  ["/s/kiosk", staff, false],
  ["/kiosk/kiosk", { role: "kiosk", station: "kiosk" }, true],
  ["/kiosk/kiosk", { role: "kiosk", station: "other" }, false],
  ["/kiosk/kiosk", stranger, false],
  ["/kiosk/kiosk", staff, false],
  ["/embed/embed", stranger, true],
  ["/embed/embed/more", stranger, false],
  ["/embed/agent", stranger, false],
  ["/embed/agent", { role: "stranger", link: "agent" }, true],
  ["/s/nobody", staff, false],
  ["/s/50%", staff, false],
  ["/outbox", staff, false],
])("%s for %j: a page with its first screen: %s", (path, who, isThere) => {
  expect(pages(stations)(path, who) !== undefined).toBe(isThere);
});

test("no passcode: a kiosk's page is the visitors' page, also for staff", () => {
  expect(pages(stations, false)("/kiosk/kiosk", staff)).toBeDefined();
});

test.each(["/s/agent", "/s/desk", "/kiosk/kiosk", "/embed/embed"])("%s contains no presets", (path) => {
  expect(pages(stations, false)(path, staff)?.html).not.toContain("canary-preset");
});

test("staff's pages contain no event and are not stored; visitors' pages contain the event that they may see", () => {
  const at = pages(stations, false);
  for (const path of ["/s/agent", "/s/desk"]) {
    expect(at(path, staff)?.isStaffs).toBe(true);
    expect(at(path, staff)?.html).not.toContain("12 Sample Street");
  }
  expect(at("/embed/embed", stranger)?.isStaffs).toBe(false);
  expect(at("/embed/embed", stranger)?.html).toContain("12 Sample Street");
});

test.each(["</script><script>alert(1)</script>", "<!--<script>", "\u2028\u2029", "$&$'"])(
  "a station named %j cannot inject code into the page",
  (name) => {
    const page = pages([stationOf("desk", { id: "desk", name })])("/s/desk", staff);
    const [, data = ""] = /id="page-data">(.*?)<\/script>/s.exec(page?.html ?? "") ?? [];
    expect((JSON.parse(data) as { station: Station }).station.name).toBe(name);
    expect(data).not.toMatch(/[<\u2028\u2029]/);
  },
);

test("the page's policy lists its inline parts by their hashes", () => {
  const page = pages(stations)("/s/desk", staff);
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(page?.inline).toEqual({
    scripts: [hash(boot)],
    styles: [built.css, "b { color: blue }", "#first{display:none}"].map(hash),
  });
  expect(page?.html).toContain(`<script>${boot}</script>`);
  expect(page?.html).toContain(`<style>${built.css}</style>`);
});

test("a kiosk's page has the key to seal to, and a new key makes a new page", () => {
  const at = pages(stations, false);
  const pageAt = (path: string) => at(path, staff)?.html ?? "";
  expect(pageAt("/kiosk/kiosk")).toContain('"kid":"key-1"');
  for (const path of ["/s/desk", "/s/agent", "/embed/embed", "/embed/desk", "/embed/kiosk"])
    expect([path, pageAt(path).includes("page-data"), pageAt(path).includes("key-1")]).toEqual([path, true, false]);
  sealTo = () => keyNamed("key-2");
  expect(pageAt("/kiosk/kiosk")).toContain('"kid":"key-2"');
});

const spoken = stations.map((station) => ({ ...station, languages: ["fr" as const, "en" as const, "ja" as const] }));

test.each<readonly [path: string, browser: readonly string[], setting: string | undefined, language: string]>([
  ["/kiosk/kiosk", ["ja"], undefined, "fr"],
  ["/embed/embed", ["ja", "en"], undefined, "ja"],
  ["/embed/embed", ["ko", "en-GB"], "es", "en"],
  ["/embed/embed", ["es"], undefined, "fr"],
  ["/s/desk", ["es-MX"], undefined, "es"],
  ["/s/desk", ["es"], "en", "en"],
  ["/s/desk", ["fr"], "es", "es"],
  ["/s/desk", ["fr"], "nonsense", "en"],
])("%s for a browser in %j with the setting %s: in %s, with the words for it", (path, browser, setting, language) => {
  const at = pages(spoken, false);
  const words = `/words-${language}${path.startsWith("/s/") ? "-staff" : ""}.js`;
  // The page in another language is cached too.
  at(path, staff);
  const html = at(path, staff, browser, setting)?.html;
  expect(html).toMatch(new RegExp(`<html [^>]*lang="${language}"`));
  expect(html).toContain(`<link rel="preload" as="fetch" crossorigin href="${words}" />`);
  expect(html).toContain(`"language":"${language}"`);
});
