import type { CDPSession } from "@playwright/test";

interface Request {
  readonly url: string;
  readonly type: string;
  readonly from: number;
  to: number;
  bytes: number;
}

export interface Wire {
  readonly requests: number;
  readonly scripts: number;
  /** Bytes of JavaScript on the network, including headers. */
  readonly scriptBytes: number;
}

/** Counts all network requests of a page with the DevTools protocol. Excludes requests of the service worker. */
export async function watchWire(session: CDPSession) {
  const requests = new Map<string, Request>();
  const parts: { readonly at: number; readonly bytes: number; readonly id: string }[] = [];
  let began = Infinity;
  session.on("Network.requestWillBeSent", ({ requestId, request: { url }, type = "Other", timestamp }) => {
    if (!url.startsWith("http")) return;
    began = Math.min(began, timestamp);
    requests.set(requestId, { url, type, from: timestamp, to: Infinity, bytes: 0 });
  });
  const add = (id: string, at: number, bytes: number) => {
    const request = requests.get(id);
    if (!request || bytes <= 0) return;
    request.bytes += bytes;
    parts.push({ at, bytes, id });
  };
  session.on("Network.responseReceived", ({ requestId, timestamp, response }) =>
    add(requestId, timestamp, response.encodedDataLength),
  );
  session.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) =>
    add(requestId, timestamp, encodedDataLength),
  );
  session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (!request) return;
    request.to = timestamp;
    add(requestId, timestamp, encodedDataLength - request.bytes);
  });
  await session.send("Network.enable");

  const isFont = ({ type, url }: Request) => type === "Font" || url.endsWith(".woff2");
  const isScript = ({ type, url }: Request) => type === "Script" || new URL(url).pathname.endsWith(".js");
  return {
    /** Without fonts. `ms` counts from the navigation request. */
    bytesBefore: (ms: number): number =>
      parts
        .filter(({ at, id }) => (at - began) * 1000 <= ms && !isFontOf(requests.get(id)))
        .reduce((sum, { bytes }) => sum + bytes, 0),
    /**
     * The round trips before a time: the longest chain of requests in which each was sent after the previous had ended.
     */
    tripsBefore: (ms: number): number => {
      const row = new Map<Request, number>();
      const before = [...requests.values()].filter((one) => (one.to - began) * 1000 <= ms && !isFont(one));
      for (const one of before.toSorted((a, b) => a.from - b.from)) {
        const earlier = [...row].filter(([{ to }]) => to <= one.from).map(([, length]) => length);
        row.set(one, 1 + Math.max(0, ...earlier));
      }
      return Math.max(0, ...row.values());
    },
    whole: (): Wire => {
      const all = [...requests.values()];
      const scripts = new Map(all.filter(isScript).map((one) => [one.url, one.bytes]));
      const scriptBytes = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
      return { requests: all.length, scripts: scripts.size, scriptBytes };
    },
  };

  function isFontOf(request: Request | undefined): boolean {
    return request !== undefined && isFont(request);
  }
}
