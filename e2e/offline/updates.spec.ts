import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createProxyMiddleware, responseInterceptor } from "http-proxy-middleware";
import { cachedPaths, expect, test } from "../foyer.ts";

// Rooms of its own: a lead of another story that needs attention would change the pill.

/** What happens to open pages when the server gets a new build. */

test.use({ serviceWorkers: "allow" });

/** Starts a server in front of the proxy that can simulate a new build: a changed worker, and no old page scripts. */
async function startFront(target: string) {
  let isNew = false;
  let held = Promise.resolve();
  /** Addresses at which something between the browser and the proxy answers with a page of its own. */
  let portal: RegExp | undefined;
  /** It is another proxy, of another build, which does not have the file. */
  let isOlderProxy = false;
  let pages = 0;
  const asNewBuild = responseInterceptor(async (body, _, { url = "" }, answer) => {
    if (url.startsWith("/s/")) await held;
    if (portal?.test(url)) {
      pages += 1;
      if (isOlderProxy) answer.statusCode = 404;
      else answer.removeHeader("foyer-build");
      answer.setHeader("content-type", "text/html");
      return "<html><h1>Log in to the Wi-Fi</h1></html>";
    }
    if (!isNew) return body;
    answer.setHeader("foyer-build", "2099-01-01T00:00:00.000Z");
    if (/^\/assets\/.*Page-/.test(url)) answer.statusCode = 404;
    return url === "/worker.js" ? `${body.toString()}\n// another build` : body;
  });
  const forward = createProxyMiddleware({
    target,
    selfHandleResponse: true,
    on: {
      proxyReq: (request) => request.removeHeader("if-none-match"),
      proxyRes: (answer, request, response) => void asNewBuild(answer, request, response),
    },
  });
  const server = createServer((request, response) => void forward(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deploy: () => void (isNew = true),
    putPortalAt: (paths: RegExp | undefined) => void (portal = paths),
    putOlderProxyAt: (paths: RegExp) => void ([portal, isOlderProxy] = [paths, true]),
    portalPages: () => pages,
    /** Holds back stations' pages until the returned function is called. */
    holdPages() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    end: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}

test("an old tab finishes its lead while the server is updated, and then updates", async ({ page, foyer }) => {
  const front = await startFront(foyer.url);
  try {
    await page.goto(`${front.url}/s/front-desk`);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await page.getByLabel("First name").pressSequentially("Updated Sample");
    front.deploy();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect(page.getByText("A new version opens after this lead.")).toBeVisible();
    // This script is not loaded yet, and the server no longer has it.
    await page.getByRole("link", { name: /Outbox|All in the sandbox/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
    await page.goBack();
    await expect(page.getByLabel("First name")).toHaveValue("Updated Sample");
    // evaluate() can fail while the page reloads.
    const waits = () =>
      page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null).catch(() => true);
    expect(await waits()).toBe(true);
    await page.getByRole("button", { name: /^Send now/ }).click();
    await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
    await page.goto(`${front.url}/settings`);
    await expect.poll(waits).toBe(false);
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  } finally {
    await front.end();
  }
});

test("a new build waits until a station's changes are saved", async ({ page, foyer }) => {
  const front = await startFront(foyer.url);
  try {
    await page.goto(`${front.url}/settings/website`);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    const name = page.getByLabel("Station name");
    await name.pressSequentially(" updated");
    const typed = await name.inputValue();
    front.deploy();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const waits = () =>
      page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null).catch(() => true);
    await expect.poll(waits).toBe(true);
    // As when somebody switches to another tab and back.
    const look = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await look();
    await page.waitForTimeout(2_000);
    expect(await waits()).toBe(true);
    await expect(name).toHaveValue(typed);
    await page.getByRole("button", { name: "Discard" }).click();
    await look();
    await expect.poll(waits).toBe(false);
  } finally {
    await front.end();
  }
});

test("a station's page that arrives after the cached pages were dropped is not cached", async ({ page, foyer }) => {
  const front = await startFront(foyer.url);
  try {
    await page.goto(`${front.url}/`);
    await expect.poll(() => cachedPaths(page)).toContain("/s/front-desk");
    const release = front.holdPages();
    const asked = page.context().waitForEvent("request", (one) => one.url().endsWith("/s/front-desk"));
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ foyerPages: ["/s/front-desk"] });
    });
    await asked;
    const isAnswered = page.context().waitForEvent("requestfinished", (one) => one.url().endsWith("/s/front-desk"));
    // As before a sign-out or a hand-over (cachedPages.ts).
    await page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("foyer-pages"));
      await Promise.all(names.map((name) => caches.delete(name)));
    });
    release();
    await isAnswered;
    await page.waitForTimeout(500);
    expect(await cachedPaths(page)).not.toContain("/s/front-desk");
  } finally {
    await front.end();
  }
});

for (const [what, put] of [
  ["a captive portal's page", "putPortalAt"],
  ["what a proxy of another build answers", "putOlderProxyAt"],
] as const)
  test(`${what} is never a file of the app: the worker installs itself later`, async ({ page, context, foyer }) => {
    const front = await startFront(foyer.url);
    try {
      front[put](/^\/(built\.json|index\.html)/);
      await page.goto(`${front.url}/s/front-desk`);
      await expect.poll(front.portalPages).toBeGreaterThan(0);
      const isControlled = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
      await page.waitForTimeout(2_000);
      expect(await isControlled()).toBe(false);
      front.putPortalAt(undefined);
      await page.reload();
      await expect.poll(isControlled).toBe(true);
      await expect.poll(() => cachedPaths(page)).toContain("/index.html");
      await context.setOffline(true);
      await page.goto(`${front.url}/outbox`);
      await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
      await page.goto(`${front.url}/s/front-desk`);
      await expect(page.getByLabel("First name")).toBeVisible();
    } finally {
      await front.end();
    }
  });

test("a gateway's page at a station's address does not replace the app", async ({ page, foyer }) => {
  const front = await startFront(foyer.url);
  try {
    await page.goto(`${front.url}/`);
    await expect.poll(() => cachedPaths(page)).toContain("/s/front-desk");
    await page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("foyer-pages"));
      await Promise.all(names.map((name) => caches.delete(name)));
    });
    front.putPortalAt(/^\/s\//);
    await page.goto(`${front.url}/s/front-desk`);
    await expect(page.getByLabel("First name")).toBeVisible();
    expect(front.portalPages()).toBeGreaterThan(0);
  } finally {
    await front.end();
  }
});
