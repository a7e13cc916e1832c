import { serve } from "@hono/node-server";
import { readEnvironment, Refused, type Environment } from "./environment.ts";
import type { Outside } from "./outside.ts";
import { startProxy } from "./start.ts";

/** Runs the proxy as this process: listens, and ends when told to, after finishing what is in flight. */
export async function run(open: (env: Environment) => Promise<Outside>): Promise<void> {
  try {
    await listen(open, readEnvironment(process.env));
  } catch (error) {
    const { message } = error as Error;
    console.error(error instanceof Refused ? `foyer: ${message}` : `foyer: could not start: ${message}`);
    process.exit(1);
  }
}

async function listen(open: (env: Environment) => Promise<Outside>, env: Environment): Promise<void> {
  const outside = await open(env);
  const proxy = await startProxy(env, outside);
  const server = serve({ fetch: proxy.fetch, port: env.PORT, hostname: env.HOST }, ({ port }) => {
    console.log(`foyer listening on http://${env.HOST}:${port}`);
  });
  if ("requestTimeout" in server)
    Object.assign(server, { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 5_000 });

  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    await closed;
    await proxy.stop();
    await outside.close();
  };
  let stopping: Promise<void> | undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => void (stopping ??= stop().then(() => process.exit(0))));
}
