import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, FrameLocator, Page } from "@playwright/test";
import { browserArgs } from "../../src/tools/browserArgs.ts";
import { expect, test, type Foyer } from "../foyer.ts";
import { pathOf, startParent, type ParentSite } from "./parentPages.ts";
import { walkToTheEnd } from "../visitor.ts";

const parents = ["allowed", "foreign", "none"] as const;
const cookies = ["kept", "blocked"] as const;
const ways = ["plain", "twice", "prefilled", "hostile", "sandboxed", "hidden"] as const;
interface Row {
  readonly parent: (typeof parents)[number];
  readonly cookie: (typeof cookies)[number];
  readonly way: (typeof ways)[number];
}

const rows: readonly Row[] = parents.flatMap((parent) =>
  cookies.flatMap((cookie) => ways.map((way) => ({ parent, cookie, way }))),
);
/** The others run before a release. */
const always = new Set([
  "allowed kept plain",
  "allowed blocked twice",
  "allowed kept hostile",
  "allowed kept sandboxed",
  "foreign kept plain",
  "foreign kept hidden",
]);
const isRelease = process.env["FOYER_RELEASE"] !== undefined;
const nameOf = ({ parent, cookie, way }: Row) => `${parent} ${cookie} ${way}`;

let allowed: ParentSite;
let foreign: ParentSite;
test.beforeAll(async ({ foyer }) => {
  // Another host name is another site: the browser treats the form's cookies as third-party.
  allowed = await startParent("localhost");
  foreign = await startParent("127.0.0.1");
  await frameParents(foyer, [allowed.origin]);
});
test.afterAll(() => {
  allowed.end();
  foreign.end();
});

test("the matrix has 36 rows", () => {
  expect(rows).toHaveLength(36);
});

for (const row of rows.filter((one) => isRelease || always.has(nameOf(one))))
  test(`parent: ${row.parent}, cookies: ${row.cookie}, ${row.way}`, async ({ foyer, playwright }) => {
    const folder = await mkdtemp(join(tmpdir(), "foyer-embed-"));
    await keepCookies(folder);
    const executablePath = process.env["CHROMIUM_PATH"];
    const context = await playwright.chromium.launchPersistentContext(folder, {
      args: [...browserArgs],
      viewport: { width: 1100, height: 800 },
      ...(executablePath ? { executablePath } : {}),
    });
    try {
      await (row.parent === "none" ? direct(context, foyer, row) : framed(context, foyer, row));
    } finally {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });

test("a station without frame parents refuses every frame, in the reader's language", async ({ browser, foyer }) => {
  const context = await browser.newContext({ locale: "es-MX" });
  const page = await context.newPage();
  await frameParents(foyer, []);
  await page.goto(allowed.origin + pathOf({ frames: [`${foyer.url}/embed/website`], helper: `${foyer.url}/embed.js` }));
  await expect(
    page.frameLocator("iframe").getByText("Este formulario no se puede mostrar en esta página."),
  ).toBeVisible();
  await frameParents(foyer, [allowed.origin]);
  await context.close();
});

test("settings: the snippet to paste shows the form on a page", async ({ page, foyer }) => {
  await page.goto("/settings/website#embed");
  const snippet = page.getByRole("region", { name: "Put it on a page" }).locator("code");
  await expect(snippet).toHaveText(
    `<iframe title="Website form" src="${foyer.url}/embed/website" style="width:100%;border:0" height="560"></iframe>\n` +
      `<script async src="${foyer.url}/embed.js"></script>`,
  );
  const pasted = await snippet.innerText();
  await page.goto(allowed.origin + pathOf({ frames: [], helper: `${foyer.url}/embed.js`, pasted }));
  await expect(page.frameLocator("iframe").getByLabel("First name")).toBeVisible();
  await fits(page);
});

const prefill = "#firstName=Prefilled%20Sample&emails=prefilled.sample%40example.com";
const hostile =
  "#firstName=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'broken'%22%3E&source=Hacked&tagsAdd=Hot&ownershipId=1" +
  "&__proto__.x=1&consent-text=true&station=kiosk&content=x";

const fragmentOf = (way: Row["way"]) => (way === "prefilled" ? prefill : way === "hostile" ? hostile : "");

async function framed(context: BrowserContext, foyer: Foyer, row: Row) {
  const page = await context.newPage();
  if (row.cookie === "blocked") await blockCookies(page);
  const asked: string[] = [];
  const posted: string[] = [];
  context.on("request", (request) => {
    if (request.url().startsWith(foyer.url)) asked.push(`${request.url()} ${request.postData() ?? ""}`);
    if (request.method() === "POST") posted.push(request.url());
  });
  const site = row.parent === "allowed" ? allowed : foreign;
  const src = `${foyer.url}/embed/website${fragmentOf(row.way)}`;
  const helper = `${foyer.url}/embed.js`;
  await page.goto(
    site.origin +
      pathOf({
        frames: row.way === "twice" ? [src, src] : [src],
        helper,
        ...(row.way === "twice" && { pasted: `<script async src="${helper}"></script>` }),
        ...(row.way === "sandboxed" && { sandbox: "allow-scripts" }),
        ...(row.way === "hidden" && { isHidden: true }),
      }),
  );
  const form = page.frameLocator("iframe").first();
  if (row.parent === "foreign") {
    // Only the browser knows the parent. It shows its own error page.
    if (row.way === "hidden") await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    else {
      await expect(form.getByRole("heading", { name: "This form can’t be shown on this page." })).toBeVisible();
      await expect(form.getByText(foreign.origin)).toBeVisible();
      await expect(form.locator("input, button, form, script")).toHaveCount(0);
    }
  } else if (row.way === "sandboxed") {
    await expect(form.getByRole("heading", { name: "This form can’t work in this frame." })).toBeVisible();
    await expect(form.getByText('sandbox="allow-scripts allow-same-origin"')).toBeVisible();
    await expect(form.locator("input, button, form")).toHaveCount(0);
  } else {
    await expect.poll(async () => (await heard(page)).events.map(({ type }) => type)).toContain("foyer:ready");
    await cookieIs(page, row);
    await fits(page);
    if (row.way === "prefilled") expect(asked.join("\n")).not.toContain("refilled");
    await fill(form, row);
    await fits(page);
    await arrived(foyer, row);
    await expect.poll(async () => (await heard(page)).events.map(({ type }) => type)).toContain("foyer:saved");
    const { messages, events } = await heard(page);
    expect(events.filter(({ type, frame }) => type === "foyer:ready" && frame === "Form 1")).toHaveLength(1);
    expect(events.filter(({ type }) => type === "foyer:saved").map(({ frame }) => frame)).toEqual(["Form 1"]);
    expect(JSON.stringify([messages, events])).not.toMatch(/sample|@|Hacked/i);
    expect(new Set(messages.map(({ data }) => Object.keys(data).toSorted().join()))).toEqual(
      new Set(["page,type", "height,page,type"]),
    );
    if (row.way === "twice") await expect(page.frameLocator("iframe").nth(1).getByLabel("First name")).toHaveValue("");
    return;
  }
  await page.waitForTimeout(500);
  expect(await heard(page)).toEqual({ messages: [], events: [] });
  expect(posted).toEqual([]);
}

/** The form as a page of its own; for `sandboxed`, in a page that has no origin. */
async function direct(context: BrowserContext, foyer: Foyer, row: Row) {
  const page = await context.newPage();
  const address = `${foyer.url}/embed/website${fragmentOf(row.way)}`;
  if (row.way === "sandboxed") {
    await page.goto(allowed.origin + pathOf({ frames: [address], helper: `${foyer.url}/embed.js`, isOpaque: true }));
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:|\/embed\//);
    await page.waitForTimeout(500);
    await expect(page.frameLocator("iframe").locator("input, button, form")).toHaveCount(0);
    expect(await heard(page)).toEqual({ messages: [], events: [] });
    return;
  }
  await page.goto(address);
  if (row.way === "twice") await (await context.newPage()).goto(address);
  await page.bringToFront();
  await fill(page, row);
  await arrived(foyer, row);
}

const emailOf = (row: Row) =>
  row.way === "prefilled" ? "prefilled.sample@example.com" : `${nameOf(row).replaceAll(" ", ".")}@example.com`;

async function fill(form: FrameLocator | Page, row: Row) {
  const name = form.getByLabel("First name");
  if (row.way === "hostile") {
    await expect(name).toHaveValue("<img src=x onerror=\"document.title='broken'\">");
    await expect(form.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await name.fill("");
  }
  if (row.way === "prefilled") await expect(name).toHaveValue("Prefilled Sample");
  else {
    await name.pressSequentially("Sample Visitor");
    await form.getByLabel("Email 1").pressSequentially(emailOf(row));
  }
  await walkToTheEnd(form);
  await expect(form.getByRole("heading", { name: "Thank you" })).toBeVisible();
}

async function arrived(foyer: Foyer, row: Row) {
  const mine = async () =>
    (await foyer.leads()).filter(({ received }) => [received["emails"]].flat().includes(emailOf(row)));
  await expect.poll(async () => (await mine()).length).toBeGreaterThan(0);
  expect((await mine()).map(({ received }) => received["source"])).toEqual((await mine()).map(() => "Website"));
  expect(JSON.stringify(await mine())).not.toMatch(/Hacked|"Hot"/);
}

interface Heard {
  readonly messages: readonly { readonly origin: string; readonly data: object }[];
  readonly events: readonly { readonly type: string; readonly frame: string }[];
}
const heard = (page: Page): Promise<Heard> =>
  page.evaluate(() => {
    const { messages, events } = window as unknown as Heard;
    return { messages, events };
  });

/** The frames are as high as their forms: nothing scrolls inside, and nothing is left over. */
async function fits(page: Page) {
  for (const frame of page.frames().slice(1))
    await expect
      .poll(() =>
        frame.evaluate(() => {
          const app = document.body.getBoundingClientRect().height;
          return [
            Math.abs(Math.ceil(app) - window.innerHeight) <= 1,
            document.scrollingElement?.scrollHeight === window.innerHeight,
          ];
        }),
      )
      .toEqual([true, true]);
}

async function cookieIs(page: Page, { cookie }: Row) {
  const kept = await page.frames()[1]?.evaluate(() => {
    document.cookie = "probe=1; path=/; SameSite=None; Secure";
    return document.cookie;
  });
  expect(kept).toBe(cookie === "kept" ? "probe=1" : "");
}

/** Blocks third-party cookies on a page. The headless shell has no setting for it in a profile. */
async function blockCookies(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCookieControls", { enableThirdPartyCookieRestriction: true });
}

/** Writes into a browser's profile that third-party cookies are kept. Chromium itself blocks them by default. */
async function keepCookies(folder: string) {
  await mkdir(join(folder, "Default"), { recursive: true });
  const settings = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(join(folder, "Default", "Preferences"), JSON.stringify(settings));
}

async function frameParents(foyer: Foyer, origins: readonly string[]) {
  const address = `${foyer.url}/api/stations/website`;
  const { version: _version, ...station } = (await (await fetch(address)).json()) as Record<string, unknown>;
  const body = JSON.stringify({ ...station, frameParents: origins });
  const answer = await fetch(address, { method: "PUT", headers: { "content-type": "application/json" }, body });
  expect(answer.status).toBe(200);
}
