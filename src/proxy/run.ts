import { readEnvironment, Refused, type Environment } from "./platform/environment.ts";
import type { Outside } from "./outside.ts";
import { serveHttp } from "./http/serveHttp.ts";
import { startProxy } from "./start.ts";

/** Runs the proxy as this process. It listens until SIGTERM or SIGINT, then finishes pending requests and exits. */
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
  const proxy = await startProxy(env, { ...outside, log: alsoSaying(outside.log) });
  const listening = serveHttp(proxy.fetch, { port: env.PORT, hostname: env.HOST });
  const { address, close } = await listening.catch(({ code, message }: NodeJS.ErrnoException) => {
    throw new Refused(`${code === "EADDRINUSE" || code === "EACCES" ? `PORT: ${env.PORT}` : "HOST"}: ${message}`);
  });
  console.log(`foyer listening on ${address}`);

  const stop = async () => {
    await close();
    await proxy.stop();
    await outside.close();
  };
  let stopping: Promise<void> | undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => void (stopping ??= stop().then(() => process.exit(0))));
}

/** Also prints what needs a person soon, in plain words, at any LOG_LEVEL. */
const alsoSaying =
  (log: Outside["log"]): Outside["log"] =>
  (event, facts) => {
    const { variable } = facts as { readonly variable?: string };
    if (event === "credential-refused")
      console.error(`foyer: Lofty refused the credential in ${variable}. Leads are safe here and are not sent.`);
    if (event === "trust-proxy-unset")
      console.error("foyer: a proxy stands in front. Set TRUST_PROXY, or all clients count as one address.");
    if (event === "public-origin-unset")
      console.error("foyer: a proxy serves https in front. Set PUBLIC_ORIGIN, or cookies and form links are for http.");
    log(event, facts);
  };
