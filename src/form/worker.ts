import { addPlugins, matchPrecache, precache } from "workbox-precaching";
import { assetAt, isPage } from "#lead/paths.ts";
import { cachedPaths, deletePagesExcept, pageCache, pagesMessage, skipMessage } from "./browser/cachedPages.ts";
import { isWaiting } from "./sending/queue/entry.ts";
import { queued } from "./sending/queue/queue.ts";
import { wake } from "./sending/queue/sender.ts";
import { syncTag } from "./sending/queue/wakeWorker.ts";

/** The part of ServiceWorkerGlobalScope that is used here: TypeScript's DOM library does not have it. */
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "message", listener: (event: Lasting & { readonly data: unknown }) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetch) => void): void;
  addEventListener(type: "sync", listener: (event: Lasting & { readonly tag: string }) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetch extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare global {
  interface Window {
    /** The files that the build wrote into dist/assets. */
    readonly __WB_MANIFEST: Parameters<typeof precache>[0];
  }
}

const worker = self as unknown as Worker;
/** Pages whose first screen the proxy renders. */
const stationPage = /^\/(s\/[^/]+|kiosk\/[^/]+)\/?$/;
/** Pages that are shown in a frame come from the proxy: its headers allow that. */
const framedPage = /^\/(embed\/|preview$)/;
/** A slower response counts as no network: the page opens without a first screen. */
const timeoutMs = 4_000;

/**
 * The service worker: the app and the stations' pages open without a network. Built assets come from the precache. A
 * station's page comes from the cache at once and is fetched again in the background. It is cached only if it has the
 * header of this build (a captive portal's page has none). Nothing under /api is cached, and no page that is embedded
 * in another site.
 */
const files = self.__WB_MANIFEST;
precache(files);
const urls = new Set(files.map((file) => `/${typeof file === "string" ? file : file.url}`));

/** The app's page of another build names a script that is not among this worker's files. */
async function isOfOtherBuild(response: Response): Promise<boolean> {
  if (new URL(response.url).pathname !== "/index.html") return false;
  const scripts = (await response.clone().text()).matchAll(/<script[^>]* src="([^"]+)"/g);
  return [...scripts].some(([, script = ""]) => !urls.has(script));
}

// Else a captive portal's page or an error, a proxy's of another build too, would be a file of the app until the next
// build. With null the installation fails, and the browser tries it again.
addPlugins([
  {
    cacheWillUpdate: async ({ response }) => {
      const isGood = response.ok && isOurs(response) && !response.redirected;
      return isGood && !(await isOfOtherBuild(response)) ? response : null;
    },
  },
]);

worker.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate(): Promise<void> {
  const paths = await cachedPaths();
  await Promise.all([deletePagesExcept(await ownCache()), worker.clients.claim()]);
  // Not awaited: until the worker is active, the pages that are opened wait for it.
  void fetchPages(paths);
}

worker.addEventListener("message", (event) => {
  if (event.data === skipMessage) event.waitUntil(worker.skipWaiting());
  const paths = pagesMessage(event.data);
  if (paths) event.waitUntil(fetchPages(paths.filter((path) => stationPage.test(path))));
});

const fetchPages = (paths: readonly string[]) =>
  Promise.all(paths.map((path) => fetchPage(path).catch(() => undefined)));

// The network is back, perhaps after all pages were closed.
worker.addEventListener("sync", (event) => {
  if (event.tag === syncTag) event.waitUntil(sendAll());
});

/** Throws if leads are left: then the browser tries again later. */
async function sendAll(): Promise<void> {
  await wake();
  if (queued().some(isWaiting)) throw new Error("leads are left");
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  if (request.mode !== "navigate") {
    if (pathname.startsWith("/assets/")) event.respondWith(assetFor(request));
  } else if (stationPage.test(pathname)) event.respondWith(pageFor(pathname, event));
  else if (isPage(pathname) && !framedPage.test(pathname)) event.respondWith(shell(request));
});

/** The browser, or somebody, may have deleted the cache, and an earlier worker stored errors: then the proxy answers. */
const cachedOr = async (path: string, request: Request) => {
  const cached = await matchPrecache(path);
  return cached?.ok ? cached : fetch(request);
};
const assetFor = (request: Request) => cachedOr(assetAt(new URL(request.url).pathname), request);
const shell = (request: Request) => cachedOr("/index.html", request);

/** The build time that this worker was made with. */
async function ownBuild(): Promise<string> {
  const built = await matchPrecache("/built.json");
  return ((await built?.json().catch(() => undefined)) as { at?: string } | undefined)?.at ?? "";
}

async function pageFor(path: string, event: Fetch): Promise<Response> {
  const cache = await caches.open(await ownCache());
  const kept = await cache.match(path);
  const fresh = fetchPage(path);
  event.waitUntil(fresh.catch(() => undefined));
  if (kept) return kept;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, timeoutMs));
  return (await Promise.race([fresh.catch(() => undefined), late])) ?? shell(event.request);
}

const ownCache = async () => pageCache(await ownBuild());

const buildHeader = "foyer-build";
const isOurs = ({ headers }: Response) => headers.has(buildHeader);

/** Not signed in, not allowed, no such station. */
const refusals = new Set([401, 403, 404]);

/**
 * Fetches a station's page and caches it if it is of this build. Deletes it from the cache if the proxy refuses it.
 * Throws when the proxy cannot answer now.
 */
async function fetchPage(path: string): Promise<Response> {
  const build = await ownBuild();
  // Opened before the request: if the pages are dropped meanwhile, the late page goes into the deleted cache.
  const cache = await caches.open(pageCache(build));
  const answer = await fetch(path, { redirect: "manual" });
  // A gateway's page to sign in at. Any other answer that is not the proxy's is none.
  if (answer.type === "opaqueredirect") return answer;
  if (!isOurs(answer)) throw new Error(`http-${answer.status} of something in between`);
  const theirs = answer.headers.get(buildHeader);
  if (theirs !== build) void worker.registration.update();
  else if (answer.ok) await cache.put(path, answer.clone());
  else if (refusals.has(answer.status)) await cache.delete(path);
  // Too many requests, or a proxy that fails: the app says more than the answer does, and works without it.
  else throw new Error(`http-${answer.status}`);
  return answer;
}
