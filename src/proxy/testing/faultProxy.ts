import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** The behavior of the network between proxy and CRM. */
export type Line =
  | "through"
  /** The port is closed. */
  | "closed"
  /** Closes the connection before it reads a byte. */
  | "reset"
  /** Responds itself, as the login page of a hotel network does. */
  | { readonly answer: string }
  /** Changes requests; both texts have the same length. */
  | { readonly rewrite: readonly [from: string, to: string] };

/** A TCP proxy to `target` that fails as configured. */
export async function faultProxy(target: string) {
  const { port: targetPort } = new URL(target);
  const open = new Set<Socket>();
  let line: Line = "through";
  let port = 0;
  let server: Server | undefined;

  const keep = (socket: Socket) => {
    open.add(socket.on("error", () => undefined).on("close", () => open.delete(socket)));
    return socket;
  };
  const serve = (caller: Socket) => {
    keep(caller);
    if (line === "reset") return caller.resetAndDestroy();
    if (typeof line === "object" && "answer" in line) {
      const { answer } = line;
      return caller.on("data", () => void caller.end(answer));
    }
    const crm = keep(connect(Number(targetPort), "127.0.0.1"));
    caller.on("data", (bytes) => {
      const [from, to] = typeof line === "object" && "rewrite" in line ? line.rewrite : ["", ""];
      crm.write(from === "" ? bytes : bytes.toString("latin1").replaceAll(from, to), "latin1");
    });
    crm.on("data", (bytes) => caller.write(bytes));
    crm.on("close", () => caller.destroy());
    return caller.on("close", () => crm.destroy());
  };
  const listen = async () => {
    server = createServer(serve).listen(port, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
  };
  const hangUp = () => {
    server?.close();
    server = undefined;
    for (const socket of open) socket.destroy();
  };
  await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    set: async (next: Line) => {
      line = next;
      // Open connections follow the old behavior, so they are closed.
      hangUp();
      if (next !== "closed") await listen();
    },
    end: hangUp,
  };
}
