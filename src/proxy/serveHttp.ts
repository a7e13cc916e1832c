import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  readonly address: string;
  /** Takes nothing new; answers when what was asked is answered. */
  readonly close: () => Promise<void>;
}

/** Nor has an answer that nobody reads any: without a byte taken for so long, or not all of it in ten times that. */
const unreadMs = 30_000;
/** A client that is slow on purpose holds a socket, not us: its headers have 10 s, its whole request 15 s. */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  // Longer than load balancers keep an idle connection (60 s): they must not send into one that we have just closed.
  keepAliveTimeout: 75_000,
};
const sweepMs = 50;

/** Listens for HTTP, on any free port when it is 0. */
export async function serveHttp(
  fetch: (request: Request, connection: object) => Response | Promise<Response>,
  { port, hostname, slowMs = unreadMs }: { readonly port: number; readonly hostname: string; readonly slowMs?: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, serverOptions: patience }) as Server;
  const sockets = new Set<Socket>();
  let closing = false;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket) && unreadSince.delete(socket));
  });
  server.prependListener("request", (_request, response) => void (response.shouldKeepAlive &&= !closing));
  // Node lets go of a socket on which nothing moved; one that moves a byte now and then is ours to end.
  server.setTimeout(slowMs);
  const unreadSince = new Map<Socket, number>();
  const watch = setInterval(() => {
    for (const socket of sockets) {
      if (socket.writableLength === 0) unreadSince.delete(socket);
      else if (!unreadSince.has(socket)) unreadSince.set(socket, performance.now());
      else if (performance.now() - (unreadSince.get(socket) ?? 0) > 10 * slowMs) socket.destroy();
    }
  }, slowMs / 10).unref();
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
      await closed.finally(() => [sweep, watch].forEach(clearInterval));
    },
  };
}
