import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { accessible } from "../accessible.ts";
import { expect, test } from "../foyer.ts";

/** "Before you leave". Each story has a house of its own: devices of an earlier story are silent by now. */

const passcode = "sample-passcode";
test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

/** Signs in on a new device and opens the agents' form at a house. */
async function deviceAt(browser: Browser, baseURL: string | undefined, address: string): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto("/settings");
  await page.getByLabel("Staff passcode").fill(passcode);
  await page.getByLabel("Staff passcode").press("Enter");
  await expect(page.getByLabel("Staff passcode")).toHaveCount(0);
  await page.evaluate((address) => {
    const day = new Date().toLocaleDateString("sv");
    localStorage.setItem("foyer:who:open-house", JSON.stringify({ routing: true }));
    const event = { id: address, address, date: day };
    localStorage.setItem("foyer:event:open-house:routing", JSON.stringify({ day, event }));
  }, address);
  await page.goto("/s/open-house");
  await expect(page.getByLabel("First name")).toBeVisible();
  return page;
}
const newHouse = () => `${Math.floor(Math.random() * 1e6)} Leaving Lane`;

test("nobody is told that a house is done while a device of it is silent, or revoked and not heard from since", async ({
  browser,
  baseURL,
}) => {
  const house = newHouse();
  const [host, other] = [await deviceAt(browser, baseURL, house), await deviceAt(browser, baseURL, house)];
  const devices = async () => {
    const answer = await host.request.get("/api/devices");
    return (await answer.json()) as { devices: { id: string; house?: string; isThis?: true }[]; at: string };
  };
  const theOther = async () =>
    (await devices()).devices.find(
      ({ house: at, isThis }) => !isThis && at?.endsWith(house.replaceAll(" ", "").toLowerCase()),
    );
  await expect.poll(theOther, { timeout: 30_000 }).toBeDefined();
  const { id = "" } = (await theOther()) ?? {};
  await host.request.post(`/api/devices/${id}`, { data: { action: "rename", name: "Hall tablet" } });
  await host.goto("/before-you-leave?station=open-house");
  const state = host.getByRole("status").first();
  await expect(state).toContainText("All in the sandbox");

  await other.context().setOffline(true);
  await other.getByLabel("First name").pressSequentially("Kept");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  // Two minutes pass for the proxy.
  await host.route("**/api/devices", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { at: string };
    await route.fulfill({ json: { ...answer, at: new Date(Date.parse(answer.at) + 120_000).toISOString() } });
  });
  await expect(state).toContainText("Not heard from Hall tablet for 2 minutes");
  const row = host.getByRole("listitem").filter({ hasText: "Hall tablet" });
  await expect(row).toContainText("Not heard from for 2 minutes, since");
  await accessible(host);
  const away = row.getByRole("button", { name: "Mark as put away" });
  await away.focus();
  await host.keyboard.press("Enter");
  await expect(state).toContainText("All in the sandbox");
  await expect(row).toContainText("Nothing waited when it was last heard from");
  const undo = row.getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  await accessible(host);
  await undo.press("Enter");
  await expect(state).toContainText("Not heard from Hall tablet for 2 minutes");
  await host.unroute("**/api/devices");
  await expect(state).toContainText("All in the sandbox");

  await host.request.post(`/api/devices/${id}`, { data: { action: "revoke" } });
  await expect(state).toContainText("Hall tablet may hold leads");
  await expect(row).toContainText("Staff revoked it; what it holds goes after somebody signs in on it.");
  await other.context().setOffline(false);
  await expect(state).toContainText("1still on Hall tablet");
  await expect(state).toContainText("Staff revoked it");
  await other.getByLabel("Staff passcode").fill(passcode);
  await other.getByLabel("Staff passcode").press("Enter");
  await expect(state).toContainText("All in the sandbox");
  for (const page of [host, other]) await page.context().close();
});

test("a lead that another tab of the same computer saves is on the page at once, and never green before it is in", async ({
  browser,
  baseURL,
}) => {
  const host = await deviceAt(browser, baseURL, newHouse());
  await host.goto("/before-you-leave?station=open-house");
  const state = host.getByRole("status").first();
  await expect(state).toContainText("All in the sandbox");
  const form = await host.context().newPage();
  await form.goto("/s/open-house");
  await form.getByLabel("First name").pressSequentially("Tabbed");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(state).toContainText("1still on this computer", { timeout: 4_000 });
  await expect(state).toContainText("Keep this computer open.");
  const seen = await state.evaluateHandle((node) => {
    const texts = [node.textContent];
    new MutationObserver(() => texts.push(node.textContent)).observe(node, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return texts;
  });
  await expect(state).toContainText("1 of 1 in the sandbox");
  await expect(state).toContainText("All in the sandbox");
  const texts = await seen.jsonValue();
  expect(texts.filter((text) => text?.includes("You can lock up") && !text.includes("1 of 1"))).toEqual([]);
  expect(texts.filter((text) => text?.includes("on the way") && text.includes("Keep this"))).toEqual([]);
  await host.context().close();
});

test("Today says what still waits on this device", async ({ browser, baseURL }) => {
  const phone = await deviceAt(browser, baseURL, newHouse());
  const waiting = phone.locator("dl > div").filter({ has: phone.getByText("Waiting", { exact: true }) });
  await phone.route("**/api/leads", (route) => route.abort());
  await phone.getByLabel("First name").pressSequentially("Held");
  await phone.getByRole("button", { name: "Save", exact: true }).click();
  await expect(phone.getByText(/Held/).first()).toBeVisible();
  await phone.goto("/today?station=open-house");
  await expect(waiting.getByText("1 on this computer")).toBeVisible();
  await accessible(phone);
  await phone.unroute("**/api/leads");
  await phone.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(waiting.getByText("on this computer")).toHaveCount(0);
  await phone.context().close();
});

test("on a computer that knows no house: its leads at another station count too, and whom to call there", async ({
  browser,
  baseURL,
}) => {
  const host = await deviceAt(browser, baseURL, newHouse());
  const desk = (await (await host.request.get("/api/stations/front-desk")).json()) as object;
  const address = newHouse();
  const date = await host.evaluate(() => new Date().toLocaleDateString("sv"));
  const stations = [`a-${randomUUID().slice(0, 8)}`, `b-${randomUUID().slice(0, 8)}`];
  for (const [index, station] of stations.entries()) {
    await host.request.put(`/api/stations/${station}`, { data: { ...desk, id: station, name: `Desk ${station}` } });
    const lead = { firstName: `Anna ${"AB"[index]}`, phones: [`415 555 018${index}`] };
    const data = { station, capturedAt: new Date().toISOString(), event: { id: address, address, date }, lead };
    const headers = { "idempotency-key": randomUUID() };
    expect((await host.request.post("/api/leads", { headers, data })).status()).toBeLessThan(300);
  }
  await host.goto(`/before-you-leave?station=${stations[0]}`);
  await expect(host.getByRole("status").first()).toContainText("2 of 2 in the sandbox");
  const first = host.getByRole("region", { name: "Who to call first" });
  await expect(first.getByRole("heading", { level: 3 })).toHaveText(["Anna B", "Anna A"]);
  await host.goto(`/today?station=${stations[1]}`);
  await expect(host.getByLabel("Summary for the seller")).toHaveValue(new RegExp(`^${address}, .*: 2 groups came`));
  await host.context().close();
});

test("more leads need a person than are listed: the oldest are, and the page says how many there are", async ({
  browser,
  baseURL,
  foyer,
}) => {
  await foyer.faults({ unknownStage: "refuse" });
  const address = newHouse();
  const host = await deviceAt(browser, baseURL, address);
  const date = await host.evaluate(() => new Date().toLocaleDateString("sv"));
  for (let count = 0; count < 21; count++) {
    const lead = { firstName: `Stuck ${count}`, stage: "Unheard of" };
    const event = { id: address, address, date };
    const data = { station: "open-house", capturedAt: new Date().toISOString(), event, lead };
    const headers = { "idempotency-key": randomUUID() };
    expect((await host.request.post("/api/leads", { headers, data })).status()).toBeLessThan(300);
  }
  await host.goto("/before-you-leave?station=open-house");
  await expect(host.getByRole("status").first()).toContainText("21need attention", { timeout: 60_000 });
  const list = host.getByRole("region", { name: "Needs attention" });
  await expect(list.getByRole("heading", { level: 3 })).toHaveCount(20);
  await expect(list.getByRole("heading", { level: 3 }).first()).toHaveText("Stuck 0");
  await expect(list).toContainText("20 of 21 are listed here. The outbox has all of them.");
  await expect(list.getByRole("link", { name: "Open the outbox" })).toHaveAttribute("href", "/outbox");
  await accessible(host);
  await host.context().close();
});
