import { expect, test } from "vitest";
import { stationPage } from "./stationPage.ts";

const index = "<html><head><title>Foyer</title></head><body></body></html>";
const preloads = { s: ["/assets/desk-1.js"], kiosk: ["/assets/kiosk-1.js"], embed: ["/assets/visitor-1.js"] };
const linksAt = (path: string) =>
  [...stationPage(index, preloads, path).matchAll(/rel="(\w+)"[^>]* href="([^"]*)"/g)].map(
    ([, rel, href]) => `${rel} ${href}`,
  );

test.each([
  ["/s/front-desk", ["modulepreload /assets/desk-1.js", "preload /api/config", "preload /api/stations/front-desk"]],
  [
    "/s/front-desk/inquiry",
    ["modulepreload /assets/desk-1.js", "preload /api/config", "preload /api/stations/front-desk"],
  ],
  ["/kiosk/kiosk", ["modulepreload /assets/kiosk-1.js", "preload /api/config", "preload /api/stations/kiosk"]],
  [
    "/embed/website",
    ["modulepreload /assets/visitor-1.js", "preload /api/config", "preload /api/stations/website?form=visitors"],
  ],
  ["/outbox", []],
  ["/", []],
  ["/s/50%", []],
])("%s names what its first screen asks for", (path, links) => {
  expect(linksAt(path)).toEqual(links);
});

test("an address cannot write into the page", () => {
  const page = stationPage(index, preloads, '/s/"><script>alert(1)</script>');
  expect(page).not.toContain("<script>");
  expect(stationPage(index, preloads, "/s/%22%3E%3Cscript%3E")).not.toContain('"><script>');
});
