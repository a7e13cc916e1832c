import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { expect, test } from "../foyer.ts";

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends exactly these headers. `fetch` would add its own and decompress the body. */
function get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { accept: "text/html", ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on("error", reject)
      .end();
  });
}

const script = /src="(\/assets\/form-[^"]+\.js)"/;

test("scripts are compressed for clients that accept it, with a Vary header for caches", async ({ foyer }) => {
  const page = (await get(`${foyer.url}/s/front-desk`)).body.toString();
  const path = script.exec(page)?.[1] as string;
  const plain = await get(foyer.url + path);
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const brotli = await get(foyer.url + path, { "accept-encoding": "gzip, deflate, br" });
  const gzip = await get(foyer.url + path, { "accept-encoding": "gzip, br;q=0" });
  expect([brotli, gzip].map(({ headers }) => headers["content-encoding"])).toEqual(["br", "gzip"]);
  for (const { headers } of [plain, brotli, gzip]) {
    expect(headers["vary"]).toContain("accept-encoding");
    expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(headers["cache-control"]).toContain("immutable");
  }
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(brotli.body.length).toBeLessThan(plain.body.length / 3);
  expect((await get(`${foyer.url}${path}.br`)).status).toBe(404);
});

test("a page is compressed like scripts, each form with its own ETag", async ({ foyer }) => {
  const accepted = ["identity", "gzip, deflate, br", "gzip"];
  const pages = await Promise.all(
    accepted.map((encoding) => get(`${foyer.url}/embed/website`, { "accept-encoding": encoding })),
  );
  expect(pages.map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "br", "gzip"]);
  expect(new Set(pages.map(({ headers }) => headers["etag"])).size).toBe(3);
  const [plain, brotli, gzip] = pages.map(({ body }) => body) as [Buffer, Buffer, Buffer];
  expect(brotliDecompressSync(brotli).equals(plain)).toBe(true);
  expect(gunzipSync(gzip).equals(plain)).toBe(true);
});

test("an unchanged page returns 304", async ({ foyer }) => {
  const first = await get(`${foyer.url}/embed/website`);
  const tag = first.headers["etag"] as string;
  const again = await get(`${foyer.url}/embed/website`, { "if-none-match": tag });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect(again.headers["content-security-policy"]).toBe(first.headers["content-security-policy"]);
});
