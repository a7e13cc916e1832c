import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { prefillOf } from "./prefill.ts";

const station = stationOf("embed");
const long = "é".repeat(3000);

test.each<readonly [fragment: string, answers: object | undefined]>([
  ["", undefined],
  ["#top", undefined],
  ["#firstName=Ada&lastName=O%E2%80%99Neil+Jr", { firstName: "Ada", lastName: "O’Neil Jr" }],
  ["#emails=ada@example.com&phones.0=415%20555%200101", { emails: ["ada@example.com"], phones: ["415 555 0101"] }],
  [
    "#emails=ada+home@example.com&phones=+442079460958",
    { emails: ["ada+home@example.com"], phones: ["+442079460958"] },
  ],
  ["#emails=ada%2Bhome%40example.com&phones=%2B44+20+79", { emails: ["ada+home@example.com"], phones: ["+44 20 79"] }],
  ["#emails=Ada+Sample+%3Cada%40example.com%3E", { emails: ["Ada Sample <ada@example.com>"] }],
  ["#emails=ada%2Bhome@example.com", { emails: ["ada+home@example.com"] }],
  ["#firstName=Ada&firstName=Eve", { firstName: "Ada" }],
  [`#firstName=${encodeURIComponent(long)}`, { firstName: long }],
  ["#firstName=<img%20src=x%20onerror=alert(1)>", { firstName: "<img src=x onerror=alert(1)>" }],
  ["#firstName=A%0D%0Ada", { firstName: "Ada" }],
  ["#source=Hot&tagsAdd=x&content=x&ownershipId=1&stage=1&language=fr", undefined],
  ["#__proto__=x&constructor=x&__proto__.firstName=x&toString=x", undefined],
  ["#consent=text&leadTypes=1&birthday=x&inquiry.priceMin=1&phones.1=x&phones.length=9", undefined],
  ["#firstName=%E0%A4%A", { firstName: expect.any(String) as string }],
])("%s", (fragment, answers) => {
  expect(prefillOf(fragment, station)).toEqual(answers);
});

test("a question that the station has switched off is not filled", () => {
  const without = stationOf("embed", { asks: { on: [], off: ["lastName"] } });
  expect(prefillOf("#firstName=Ada&lastName=Sample", without)).toEqual({ firstName: "Ada" });
});
