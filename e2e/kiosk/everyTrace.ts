import type { CDPSession, Page } from "@playwright/test";

/** A search may be asked of a page that is just being replaced, and its answer then never comes. */
const searchMs = 60_000;

/**
 * The places of a page and of this browser's storage that hold one of these texts. `memory: false` leaves out the heap,
 * which takes a second or more: enough where a new process has drawn the page.
 */
export async function tracesIn(
  page: Page,
  texts: readonly string[],
  { memory = true }: { readonly memory?: boolean } = {},
): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  let late: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`the search took over ${searchMs} ms`)), searchMs);
  });
  try {
    return await Promise.race([search(cdp, page, texts, memory), tooLate]);
  } finally {
    clearTimeout(late);
    await cdp.detach().catch(() => undefined);
  }
}

async function search(cdp: CDPSession, page: Page, texts: readonly string[], memory: boolean) {
  const { entries } = (await cdp.send("Page.getNavigationHistory")) as { entries: readonly unknown[] };
  // The heap first: the other searches put what they find into it.
  const places: Record<string, string> = {
    ...(memory && { heap: await heapOf(cdp), boxes: await everyBox(cdp) }),
    history: JSON.stringify(entries),
    cookies: JSON.stringify(await page.context().cookies()),
    ...(await page.evaluate(everythingKept)),
  };
  return Object.entries(places).flatMap(([place, kept]) =>
    texts.filter((text) => kept.includes(text)).map((text) => `${place}: ${text} ${around(kept, text)}`),
  );
}

const around = (kept: string, text: string) => JSON.stringify(kept.slice(kept.indexOf(text) - 60).slice(0, 160));

/** The texts of all boxes that a script can still reach, also of those that are in no page any more. */
async function everyBox(cdp: CDPSession): Promise<string> {
  const values: string[] = [];
  for (const kind of ["HTMLInputElement", "HTMLTextAreaElement"]) {
    const prototype = await cdp.send("Runtime.evaluate", { expression: `${kind}.prototype` });
    const { objects } = await cdp.send("Runtime.queryObjects", {
      prototypeObjectId: prototype.result.objectId as string,
    });
    const { result } = await cdp.send("Runtime.callFunctionOn", {
      objectId: objects.objectId as string,
      functionDeclaration: "function () { return this.map((box) => box.value).join(' | '); }",
      returnByValue: true,
    });
    values.push(String(result.value));
  }
  return values.join(" | ");
}

/** All strings of the page's reachable heap. */
async function heapOf(cdp: CDPSession): Promise<string> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  cdp.on("HeapProfiler.addHeapSnapshotChunk", take);
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  cdp.off("HeapProfiler.addHeapSnapshotChunk", take);
  const whole = chunks.join("");
  return whole.slice(whole.indexOf('"strings":['));
}

/** What this page and this browser's storage hold, as text. Runs in the page. */
export async function everythingKept(): Promise<Record<string, string>> {
  const rows: unknown[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error as Error));
    });
    for (const store of database.objectStoreNames)
      rows.push(
        await new Promise((resolve) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.addEventListener("success", () => resolve(reading.result));
        }),
      );
    database.close();
  }
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      const isText = /html|json/.test(answer?.headers.get("content-type") ?? "");
      cached.push(request.url, isText ? ((await answer?.text()) ?? "") : "");
    }
  }
  const boxes = [...document.querySelectorAll("input, textarea")].map((box) => (box as HTMLInputElement).value);
  return {
    page: `${document.documentElement.outerHTML} ${boxes.join(" | ")} ${document.title}`,
    address: `${location.href} ${JSON.stringify(history.state)} ${document.cookie}`,
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    database: JSON.stringify(rows),
    caches: cached.join("\n"),
  };
}
