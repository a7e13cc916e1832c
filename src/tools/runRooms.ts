import { createServer } from "node:net";
import { startChild, type Child } from "./children.ts";

export interface Plan {
  /** Arguments of node that run the proxy. */
  readonly proxyArgs: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Called once the proxy listens at `address`; answers the address a person shall open. */
  readonly open: (address: string) => string | Promise<string>;
}

/** Without a credential nothing can reach Lofty, and the stand-in takes its place. */
const isSandboxed = (env: NodeJS.ProcessEnv) =>
  !["LOFTY_API_KEY", "LOFTY_ACCESS_TOKEN", "LOFTY_OAUTH_TOKEN_URL"].some((name) => env[name]);

/**
 * Runs the sandbox (if nothing else is configured) and the proxy until one of them ends or somebody ends us; then ends
 * the other, waits for it, and answers the exit code.
 */
export async function runRooms({ proxyArgs, env, open }: Plan): Promise<number> {
  const children: Child[] = [];
  const over = Promise.withResolvers<number>();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => over.resolve(0));
  const watch = whenNpmIsGone(() => over.resolve(0));

  const start = (child: Child) => {
    children.push(child);
    void child.ended.then(over.resolve);
    return child.address;
  };
  const startAll = async () => {
    const sandboxed = isSandboxed(env);
    const ports = {
      ...(sandboxed ? { SANDBOX_PORT: env["SANDBOX_PORT"] ?? "8081" } : {}),
      PORT: env["PORT"] ?? "8080",
    };
    for (const [name, port] of Object.entries(ports))
      if (await isBusy(Number(port), env["HOST"]))
        throw new Error(`foyer: port ${port} is in use. Set ${name} to a free one, or to 0 for any.`);
    const proxyEnv = { ...env };
    if (sandboxed) {
      const print = (line: string) => console.log(`sandbox: ${line}`);
      const address = await start(startChild("sandbox", { args: ["src/sandbox/main.ts"], env, print }));
      proxyEnv["SANDBOX_PORT"] = new URL(address).port;
    }
    const address = await start(startChild("proxy", { args: proxyArgs, env: proxyEnv }));
    console.log(`\n  Foyer is at ${await open(address)}`);
    // The README names the usual port; another is nowhere else to be read.
    const leads = env["SANDBOX_PORT"]
      ? `; what it would hold is at http://127.0.0.1:${proxyEnv["SANDBOX_PORT"]}/sandbox/leads`
      : "";
    console.log(sandboxed ? `  sandbox mode: nothing reaches Lofty${leads}\n` : "");
  };

  startAll().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    over.resolve(1);
  });
  const code = await over.promise;
  clearInterval(watch);
  await Promise.all(children.map((child) => child.end()));
  return code;
}

/** npm passes a SIGTERM to the shell between us, which dies of it without passing it on: then our parent changes. */
function whenNpmIsGone(end: () => void): NodeJS.Timeout | undefined {
  const parent = process.ppid;
  return process.env["npm_lifecycle_event"] ? setInterval(() => process.ppid === parent || end(), 500) : undefined;
}

/** Asked before the rooms start, so that the answer is one line with the way out. Port 0 is any free port. */
function isBusy(port: number, host = "127.0.0.1"): Promise<boolean> {
  if (!Number.isInteger(port) || port <= 0 || port > 65535) return Promise.resolve(false);
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRINUSE"));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}
