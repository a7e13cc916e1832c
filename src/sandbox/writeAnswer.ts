import type { ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";

/** Writes an answer to its socket in the way that the fault requires. */
export async function writeAnswer(
  outgoing: ServerResponse,
  { status, headers, body, way }: Answer,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const { socket } = outgoing;
  const bytes = Buffer.from(body);
  // Sends nothing; the caller times out.
  if (way === "hang" || socket === null) return;
  if (way === "drop") return void socket.resetAndDestroy();
  if (way === "half-headers") return void socket.end(`HTTP/1.1 ${status} OK\r\nContent-Type: applica`);
  outgoing.writeHead(status, { ...headers, ...(status === 204 ? {} : { "content-length": bytes.length }) });
  if (way === "whole") return void outgoing.end(bytes);
  if (way === "half-body")
    return void outgoing.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => socket.destroy());
  for (const byte of bytes) {
    if (outgoing.destroyed) return;
    await wait(1000);
    outgoing.write(Buffer.of(byte));
  }
  outgoing.end();
}
