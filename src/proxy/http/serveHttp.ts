import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  readonly address: string;
  /** Accepts no new requests. Resolves when all pending ones are answered. */
  readonly close: () => Promise<void>;
}

/**
 * Closes a connection when the client reads no byte of a response for this long, or not all of it in ten times this.
 */
const unreadMs = 30_000;
/** Limits for slow clients: 10 s for the headers, 15 s for the whole request. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  // Longer than load balancers keep an idle connection (60 s), so that they do not send into a connection that we just
  // closed.
  keepAliveTimeout: 75_000,
};
const sweepMs = 50;

/** Starts an HTTP server; on any free port when `port` is 0. */
export async function serveHttp(
  fetch: (request: Request, connection: object) => Response | Promise<Response>,
  { port, hostname, slowMs = unreadMs }: { readonly port: number; readonly hostname: string; readonly slowMs?: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, serverOptions: timeouts }) as Server;
  const sockets = new Set<Socket>();
  let closing = false;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket) && unreadSince.delete(socket));
  });
  server.prependListener("request", (_request, response) => void (response.shouldKeepAlive &&= !closing));
  // Node closes a socket without any traffic. A client that reads a byte now and then needs our own limit.
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
      // Node does not count a connection without any request as idle, and keeps one that becomes idle now for 5 s.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
      await closed.finally(() => [sweep, watch].forEach(clearInterval));
    },
  };
}
