import { expect, test } from "vitest";
import { Hono } from "hono";
import { addressOf } from "./addressOf.ts";

const app = new Hono().get("/", (c) => c.text(addressOf(c, 1)));
const clientOf = async (written: string) =>
  (await app.request("/", { headers: { "x-forwarded-for": written } })).text();

const network = "2001:db8:0:7";
/** One client, in every spelling of its address. */
test.each([
  [network, "2001:db8:0:7::1"],
  [network, "2001:db8:0:7:ffff:ffff:ffff:ffff"],
  [network, "2001:0DB8:0000:0007:0000:0000:0000:0002"],
  [network, "2001:db8::7:0:0:0:3"],
  [network, "[2001:db8:0:7::4]"],
  [network, "[2001:db8:0:7::4]:50712"],
  [network, "[2001:db8:0:7::4%eth0]:50712"],
  [network, " 2001:db8:0:7::5%3 "],
  [network, "2001:db8:0:7::192.0.2.1"],
  ["0:0:0:0", "::1"],
  ["fe80:0:0:0", "fe80::1%eth0"],
  ["192.0.2.1", "192.0.2.1"],
  ["192.0.2.1", "192.0.2.1:50712"],
  ["192.0.2.1", "::ffff:192.0.2.1"],
  ["192.0.2.1", "::FFFF:c000:201"],
  ["192.0.2.1", "0:0:0:0:0:ffff:192.0.2.1"],
  ["192.0.2.1", "[::ffff:192.0.2.1]:50712"],
  ["192.0.2.1", "64:ff9b::192.0.2.1"],
])("%s: %s", async (client, written) => {
  expect(await clientOf(written)).toBe(client);
  expect(await clientOf(`198.51.100.9, ${written}`)).toBe(client);
});

test.each(["", "unknown", "192.0.2", "192.0.2.256", "2001:db8:::1", "[2001:db8::1", "192.0.2.1:x", "a:b"])(
  "invalid address: %j",
  async (written) => expect(await clientOf(written)).toBe("local"),
);
