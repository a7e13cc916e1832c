import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** Starts a minimal server on a free port. It parses a JSON body and responds with the result of `take`. */
export function serveJson(take: (body: unknown) => Promise<object>): void {
  const server = createServer((request, response) => {
    void read(request)
      .then(take)
      .then((answer) => response.writeHead(202, { "content-type": "application/json" }).end(JSON.stringify(answer)))
      .catch(() => response.writeHead(503).end());
  });
  server.listen(0, "127.0.0.1", () => {
    console.log(`bare listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
