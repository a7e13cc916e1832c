import { afterEach, expect, test } from "vitest";
import { appOver } from "../testing/appOver.ts";
import type { Transport } from "../delivery/crm.ts";

let stop = async () => {};
afterEach(() => stop());

/** An account that lists its one person, whatever is asked for, or filters by email. */
const account =
  (filters: boolean): Transport =>
  async (url) => {
    const { pathname, searchParams } = new URL(url);
    const person = { leadId: 7, emails: ["sample@example.com"] };
    const isListed = !filters || searchParams.get("email") === person.emails[0];
    return Response.json(pathname === "/v1.0/leads" ? { leads: isListed ? [person] : [] } : {});
  };

test.each([
  [false, { works: false }, "fails"],
  [true, { works: null }, "unknown"],
])("filters honored: %s; staff and the metrics are told %j", async (filters, answer, state) => {
  const proxy = await appOver(account(filters));
  stop = proxy.stop;
  const asked = async () => (await proxy.send("GET", "/api/recognition")).json();
  await expect.poll(asked, { timeout: 20_000 }).toEqual(answer);
  const text = await (await proxy.send("GET", "/metrics")).text();
  expect(text).toContain(`foyer_crm_recognition{state="${state}"} 1\n`);
});
