import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "./app.ts";
import { writeAnswer } from "./writeAnswer.ts";

/** Protects the sandbox. Lofty documents no limit (LOFTY.md 2.3). */
const bodyLimitBytes = 8 * 1024 * 1024;

/** Starts a sandbox on a port of this machine (0: any free port). Returns the server and its address. */
export async function startServer(sandbox: Sandbox, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer((incoming, outgoing) => {
    outgoing.on("error", () => undefined);
    reply(sandbox, incoming, outgoing).catch((error: unknown) => {
      console.error(error);
      outgoing.destroy();
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function reply(sandbox: Sandbox, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await read(incoming);
  if (body === undefined) {
    outgoing.writeHead(413, { connection: "close" }).end();
    return;
  }
  await writeAnswer(outgoing, await sandbox.answer(toRequest(incoming, body)), sandbox.wait);
}

async function read(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyLimitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toRequest({ method = "GET", url = "/", headers }: IncomingMessage, body: Uint8Array): Request {
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    [value ?? ""].flat().join(", "),
  ]);
  const withBody = method === "GET" || method === "HEAD" ? {} : { body: new Uint8Array(body) };
  return new Request(new URL(url, "http://sandbox"), { method, headers: pairs, ...withBody });
}
