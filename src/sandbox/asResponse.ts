import type { Answer } from "./answer.ts";

type Wait = (ms: number) => Promise<void>;

/** Converts an answer to what the caller's `fetch` would return, including broken connections. */
export async function asResponse(answering: Promise<Answer>, wait: Wait, signal: AbortSignal): Promise<Response> {
  const gone = new Promise<never>((_resolve, reject) => {
    const abort = () => reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
  });
  const { status, headers, body, way } = await Promise.race([answering, gone]);
  if (way === "hang") return gone;
  if (way === "drop" || way === "half-headers") throw reset();
  return new Response(way === "whole" ? body : slowly(body, way, wait), { status, headers });
}

const reset = () =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });

function slowly(body: string, way: "half-body" | "byte-a-second", wait: Wait): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  let sent = 0;
  return new ReadableStream({
    pull: async (to) => {
      if (way === "half-body" && sent > 0) return to.error(reset());
      if (sent >= bytes.length) return to.close();
      const end = way === "half-body" ? Math.ceil(bytes.length / 2) : sent + 1;
      if (way === "byte-a-second") await wait(1000);
      to.enqueue(bytes.slice(sent, end));
      sent = end;
    },
  });
}
