import { quantile } from "./benchLoad.ts";

const times = 20;
const dayMs = 24 * 60 * 60_000;

/** How long a page's requests take, at the median and at most, in ms. */
export interface PageTime {
  readonly page: string;
  readonly p50: number;
  readonly most: number;
}

/** Asks for what staff's pages show, in turn, without anything else to do. */
export async function timePages(url: string): Promise<readonly PageTime[]> {
  const since = new Date(Date.now() - dayMs).toISOString();
  const day = `station=front-desk&since=${since}`;
  const { entries } = (await (await fetch(`${url}/api/outbox`)).json()) as { entries: readonly { id: string }[] };
  const pages = {
    "Today, 24 hours": [`/api/today?${day}`, `/api/people?${day}`],
    "the outbox": ["/api/outbox"],
    "a lead": [`/api/outbox/${entries.at(-1)?.id}/whole`],
  };
  const taken = new Map(Object.keys(pages).map((page) => [page, [] as number[]]));
  for (let count = 0; count < times; count++)
    for (const [page, paths] of Object.entries(pages)) {
      const from = performance.now();
      await Promise.all(paths.map((path) => read(url + path)));
      taken.get(page)?.push(performance.now() - from);
    }
  return [...taken].map(([page, all]) => ({ page, p50: quantile(all, 0.5), most: Math.max(...all) }));
}

async function read(url: string): Promise<void> {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
}
