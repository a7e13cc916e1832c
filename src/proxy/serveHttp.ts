import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  readonly address: string;
  /** Takes nothing new; answers when what was asked is answered. */
  readonly close: () => Promise<void>;
}

/** A client that is slow on purpose holds a socket, not us: its headers have 10 s, its whole request 15 s. */
const patience = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 };
const sweepMs = 50;

/** Listens for HTTP, on any free port when it is 0. */
export async function serveHttp(
  fetch: (request: Request, connection: object) => Response | Promise<Response>,
  { port, hostname }: { readonly port: number; readonly hostname: string },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, serverOptions: patience }) as Server;
  const sockets = new Set<Socket>();
  let closing = false;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.prependListener("request", (_request, response) => void (response.shouldKeepAlive &&= !closing));
  server.listen(port, hostname);
  await once(server, "listening");
  return {
    address: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, "close");
      closing = true;
      server.close();
      // To Node a connection that never asked anything is not idle, and one that becomes it now stays for 5 s.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
      await closed.finally(() => clearInterval(sweep));
    },
  };
}
