import { expect, test } from "vitest";
import { listingAt } from "./listing.ts";
import { stationSchema } from "./station.ts";

const event = { address: "48 Larkspur Lane", date: "2026-11-29" };

test.each([
  ["at its address, written in another way", { address: "48  larkspur lane", beds: 4 }, event, 4],
  ["at another house", { address: "9 Elm Street", beds: 4 }, event, undefined],
  ["without an event", { address: "48 Larkspur Lane", beds: 4 }, undefined, undefined],
  ["without an address, at every house", { beds: 4 }, event, 4],
  ["without an address and an event", { beds: 4 }, undefined, 4],
])("a listing %s", (_, listing, at, beds) => {
  expect(listingAt({ listing, ...(at && { event: at }) })?.beds).toBe(beds);
});

const accepts = (photo: string) =>
  stationSchema.safeParse({ id: "a", profile: "kiosk", name: "A", listing: { photo } }).success;

test.each([
  ["data:image/webp;base64,UklGRg==", true],
  [`data:image/jpeg;base64,${"A".repeat(89_977)}`, true],
  [`data:image/jpeg;base64,${"A".repeat(89_978)}`, false],
  ["https://example.com/house.jpg", false],
  ["//example.com/house.jpg", false],
  ["/house.jpg", false],
  ["data:image/svg+xml;base64,PHN2Zz4=", false],
  ["data:text/html;base64,PHN2Zz4=", false],
  ["data:image/png;base64,AA==) url(https://example.com/", false],
])("a photo is data of a limited size, of a known type, and no address: %.60s %s", (photo, isAccepted) => {
  expect(accepts(photo)).toBe(isAccepted);
});
