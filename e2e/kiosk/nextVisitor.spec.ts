import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { tracesIn } from "./everyTrace.ts";
import { expect, test, type Foyer } from "../foyer.ts";
import { exits, prepare, type Tablet } from "./exits.ts";
import { handOver, passcode, typePasscode } from "../handedOver.ts";
import { filesWith, startBrowser } from "../profile.ts";
import { box, idle, lastNameOf, states, type Visitor } from "./visits.ts";

/**
 * One visitor after the other at a kiosk that was handed over. However a visitor has left, nothing of them is there for
 * the next one: not in the page, its memory, its history, the browser's storage or, in the end, the files on its disk.
 */

// The tablets do not share a browser. Their visitors have names of their own.
test.describe.configure({ mode: "parallel" });
test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });
const isRelease = process.env["FOYER_RELEASE"] !== undefined;
const sizes = [
  [1180, 820],
  [820, 1180],
  [390, 844],
] as const;

const letters = (count: number) => Array.from({ length: count }, () => "bcdfghjkmnpqrstvwxz"[randomInt(19)]).join("");

const textsOf = ({ name, phone }: Visitor) => [
  ...[name, phone, `+1${phone}`],
  ...[`(${phone.slice(0, 3)}) ${phone.slice(3, 6)}-${phone.slice(6)}`, `${phone.slice(3, 6)} ${phone.slice(6)}`],
];

/** Opens the kiosk. A killed browser may have lost its session: staff hand the tablet over again. */
async function openKiosk({ page, url }: Tablet): Promise<void> {
  if (page.url() !== `${url}/kiosk/kiosk` || !(await page.getByRole("button", { name: "Tap to sign in" }).isVisible()))
    await page.goto(`${url}/kiosk/kiosk`);
  const asked = page.getByLabel("Staff passcode");
  const given = page.getByRole("heading", { name: "Is this tablet for visitors?" });
  const start = page.getByRole("button", { name: "Tap to sign in" });
  await expect(asked.or(given).or(start).first()).toBeVisible();
  if (await asked.isVisible()) await typePasscode(page);
  await expect(given.or(start).first()).toBeVisible();
  if (await given.isVisible()) await handOver(page);
  await expect(start).toBeVisible();
}

/** A browser that is killed just after the hand-over has lost its session: its leads wait until staff sign in. */
async function signInAgain(page: Page): Promise<void> {
  if (!(await page.getByText(/For staff: .* on this tablet until/).isVisible())) return;
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await typePasscode(page);
  await expect(page.getByRole("dialog")).toBeHidden();
}

let visitors = 0;
const newVisitor = (canary: string): Visitor => {
  const name = `${canary}${letters(6)}`;
  // The app's own example ends in 0134.
  visitors += visitors % 100 === 33 ? 2 : 1;
  return { name, email: `${name}@example.com`, phone: `41555501${String(visitors % 100).padStart(2, "0")}` };
};

const leadsOf = async (foyer: Foyer, canary: string) =>
  new Map(
    (await foyer.leads())
      .filter(({ received }) => String(received["firstName"]).startsWith(canary))
      .map(({ received }) => [String(received["firstName"]), received]),
  );

const exitNames = Object.keys(exits);
/** These leave the process of the page running, and so its memory. In CI the memory is searched only after them. */
const keepsMemory: ReadonlySet<string> = new Set(["button", "walking away", "Back"]);
/** In CI each state with three exits, each exit five times: 30 hand-overs in two parts. */
const isChosen = (state: number, exit: number) => isRelease || (exit - state + 12) % 2 === 0;

for (const [size, [width, height]] of sizes.entries())
  for (const half of [0, 1]) {
    if (!isRelease && size > 0) break;
    test(`the next visitor finds nothing of the one before, at ${width} by ${height}, part ${half + 1}`, async ({
      foyer,
    }) => {
      test.setTimeout(isRelease ? 1_800_000 : 600_000);
      const profile = await mkdtemp(join(tmpdir(), "foyer-tablet-"));
      const canary = letters(14);
      let tablet: Tablet = { ...(await startBrowser(profile)), url: foyer.url, profile, canary };
      await prepare(tablet.page, [width, height]);
      const signedIn: (Visitor & { readonly isConfirmed: boolean })[] = [];
      for (const [at, state] of states.entries()) {
        if (at % 2 !== half) continue;
        for (const [exit, how] of exitNames.entries()) {
          if (!isChosen((at - half) / 2 + half, exit)) continue;
          const visitor = newVisitor(canary);
          await openKiosk(tablet);
          await state.visit(tablet.page, visitor);
          if (state.isSignedIn) signedIn.push({ ...visitor, isConfirmed: how === "button" });
          tablet = await (exits[how] as (typeof exits)[string])(tablet, state);
          if (how !== "staff take the tablet") await openKiosk(tablet);
          await tablet.page.setViewportSize({ width, height });
          const memory = isRelease || keepsMemory.has(how);
          await expect(async () => {
            expect(await tracesIn(tablet.page, textsOf(visitor), { memory }), `${state.name}, ${how}`).toEqual([]);
          }).toPass({ timeout: 120_000 });
          await findsNothingByUndo(tablet.page);
        }
      }
      // A lead of a killed browser goes when its time has come: the idle time and 30 s, by a clock that was put forward.
      await idle(tablet.page, 200);
      // Leaving after Sign in sends the lead, leaving before does not.
      const expected = signedIn.map(({ name }) => name).toSorted();
      await expect(async () => {
        await signInAgain(tablet.page);
        expect([...(await leadsOf(foyer, canary)).keys()].toSorted()).toEqual(expected);
      }).toPass({ timeout: 60_000 });
      const leads = await leadsOf(foyer, canary);
      for (const { name, email, phone, isConfirmed } of signedIn) {
        // What was tapped but not confirmed is left out: the lead goes as it was at Sign in.
        if (!isConfirmed) expect(leads.get(name)).not.toHaveProperty("buyingTimeFrame");
        expect(leads.get(name)).toMatchObject({ lastName: lastNameOf(name), emails: [email] });
        expect(String(leads.get(name)?.["phones"]).replaceAll(/\D/g, "")).toContain(phone);
      }
      await tablet.close();
      expect(await filesWith(canary, profile)).toEqual([]);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });
  }

/** Undo and the browser's suggestions bring nothing back. */
async function findsNothingByUndo(page: Page): Promise<void> {
  const start = page.getByRole("button", { name: "Tap to sign in" });
  if (!(await start.isVisible())) return;
  await start.click();
  await box(page, 0).click();
  for (const key of ["Control+z", "Control+z", "Control+z", "ArrowDown"]) await page.keyboard.press(key);
  for (const at of [0, 1, 2, 3]) await expect(box(page, at)).toHaveValue("");
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("button", { name: "Clear answers" }).click();
  await expect(start).toBeVisible();
}

test("the search finds a text in each of the places", async ({ foyer }) => {
  const profile = await mkdtemp(join(tmpdir(), "foyer-tablet-"));
  const { page, context, close } = await startBrowser(profile);
  const planted = letters(20);
  await page.goto(`${foyer.url}/embed/website?${planted}`);
  await page.locator("main form input").first().fill(planted);
  await page.evaluate(async (text) => {
    (globalThis as { planted?: string }).planted = `${text}.`;
    localStorage.setItem("planted", text);
    document.cookie = `planted=${text}`;
    const cache = await caches.open("planted");
    await cache.put("/planted", new Response(text, { headers: { "content-type": "text/html" } }));
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("planted");
      opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("planted").put(text, 1));
      opening.addEventListener("success", () => resolve(opening.result));
    });
    database.close();
  }, planted);
  const places = (await tracesIn(page, [planted])).map((trace) => trace.split(":")[0]);
  const memory = ["heap", "boxes", "page"];
  expect(places).toEqual(
    expect.arrayContaining([...memory, "history", "cookies", "address", "storage", "database", "caches"]),
  );
  await context.clearCookies();
  await close();
  expect((await filesWith(planted, profile)).length).toBeGreaterThan(0);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
