import { expect, test } from "../foyer.ts";
import { handOver, passcode, typePasscode } from "../handedOver.ts";
import { forward, walkToTheEnd } from "../visitor.ts";

/** One open house: people sign in one after the other on one tablet, which is offline for a part of it. */

test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });
const count = process.env["FOYER_RELEASE"] === undefined ? 8 : 50;

/** Two in a row are a couple with one phone number. The last of four has the email of the first. */
const people = Array.from({ length: count }, (_, at) => ({
  firstName: `Visitor ${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`,
  phone: `41555502${String(Math.floor(at / 2)).padStart(2, "0")}`,
  email: `visitor${at % 4 === 3 ? at - 3 : at}@example.com`,
}));
const isOffline = (at: number) => at % 8 > 4;

test(`${count} people on one tablet, some with the same phone or email, some offline: ${count} leads, none merged`, async ({
  page,
  foyer,
}) => {
  test.setTimeout(60_000 + count * 15_000);
  // Lofty stores several people with one email here, and the station always creates a new person.
  await foyer.faults({ knownEmail: "duplicate" });
  await page.goto("/kiosk/kiosk");
  await typePasscode(page);
  await expect(page.getByRole("heading", { name: "Is this tablet for visitors?" })).toBeVisible();
  const kiosk = (await (await page.request.get("/api/stations/kiosk")).json()) as object;
  const saved = await page.request.put("/api/stations/kiosk", { data: { ...kiosk, updateKnownPeople: false } });
  expect(saved.ok()).toBe(true);
  await page.reload();
  await handOver(page);
  for (const [at, { firstName, phone, email }] of people.entries()) {
    if (isOffline(at)) await page.route("**/api/**", (route) => route.abort());
    else await page.unroute("**/api/**");
    await page.getByRole("button", { name: "Tap to sign in" }).click();
    await page.getByLabel("First name").fill(firstName);
    await page.getByLabel("Last name").fill("Sample");
    await page.getByLabel("Phone 1").fill(phone);
    await page.getByLabel("Email 1").fill(email);
    if (at % 4 === 1 && !isOffline(at)) {
      // Walks away after Sign in, and somebody reloads the page.
      await forward(page).click();
      await expect(page.getByText("You’re signed in.")).toBeVisible();
      await page.reload();
    } else {
      await walkToTheEnd(page);
      await page.getByRole("button", { name: "Done, next visitor" }).click();
    }
  }
  await page.unroute("**/api/**");
  const names = async () => (await foyer.leads()).map(({ received }) => String(received["firstName"])).toSorted();
  const wanted = people.map(({ firstName }) => firstName).toSorted();
  await expect.poll(names, { timeout: 120_000 }).toEqual(wanted);
  const leads = await foyer.leads();
  expect(new Set(leads.map(({ leadId }) => leadId)).size).toBe(count);
  for (const { firstName, phone, email } of people) {
    const { received } = leads.find((lead) => lead.received["firstName"] === firstName) ?? {};
    expect(received).toMatchObject({ lastName: "Sample", emails: [email] });
    expect(String(received?.["phones"]).replaceAll(/\D/g, "")).toContain(phone);
  }
});
