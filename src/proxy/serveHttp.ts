import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export interface Listening {
  readonly address: string;
  /** Takes nothing new; answers when what was asked is answered. */
  readonly close: () => Promise<void>;
}

/** A client that is slow on purpose holds a socket, not us: its headers have 10 s, its whole request 15 s. */
const patience = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 };

/** Listens for HTTP, on any free port when it is 0. */
export async function serveHttp(
  fetch: (request: Request, connection: object) => Response | Promise<Response>,
  { port, hostname }: { readonly port: number; readonly hostname: string },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, serverOptions: patience }) as Server;
  server.listen(port, hostname);
  await once(server, "listening");
  return {
    address: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
