import { createServer } from "node:net";
import { startChild, type Child } from "./children.ts";
import { isAlone, madePasscode, whereLines } from "./sayWhere.ts";

export interface Plan {
  /** Arguments of node that run the proxy. */
  readonly proxyArgs: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Called with the proxy's address when it listens. Returns the address for people to open. */
  readonly open: (address: string) => string | Promise<string>;
}

/** Without a credential nothing can reach Lofty, so the sandbox replaces it. */
const isSandboxed = (env: NodeJS.ProcessEnv) =>
  !["LOFTY_API_KEY", "LOFTY_ACCESS_TOKEN", "LOFTY_OAUTH_TOKEN_URL"].some((name) => env[name]);

/**
 * Runs the sandbox (if no credential is set) and the proxy until one of them ends or a signal arrives. Then ends the
 * other and waits for it. Returns the exit code.
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
      ...(sandboxed ? { SANDBOX_PORT: env["SANDBOX_PORT"] || "8081" } : {}),
      PORT: env["PORT"] || "8080",
    };
    for (const [name, port] of Object.entries(ports))
      if (await isBusy(Number(port), env["HOST"]))
        throw new Error(`foyer: port ${port} is in use. Set ${name} to a free one, or to 0 for any.`);
    const proxyEnv = { ...env };
    // Other devices reach Foyer: without a passcode everybody there would be staff.
    const passcode = sandboxed && !isAlone(env["HOST"]) && !env["STAFF_PASSCODE"] ? madePasscode() : undefined;
    if (passcode !== undefined) proxyEnv["STAFF_PASSCODE"] = passcode;
    let sandbox: string | undefined;
    if (sandboxed) {
      const print = (line: string) => console.log(`sandbox: ${line}`);
      sandbox = await start(startChild("sandbox", { args: ["src/sandbox/main.ts"], env, print }));
      proxyEnv["SANDBOX_PORT"] = new URL(sandbox).port;
    }
    const address = await start(startChild("proxy", { args: proxyArgs, env: proxyEnv }));
    const where = { address: await open(address), env, ...(sandbox && { sandbox }), ...(passcode && { passcode }) };
    console.log(whereLines(where).join("\n"));
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

/** On SIGTERM npm ends only the shell between npm and us. Then our parent process changes. */
function whenNpmIsGone(end: () => void): NodeJS.Timeout | undefined {
  const parent = process.ppid;
  return process.env["npm_lifecycle_event"] ? setInterval(() => process.ppid === parent || end(), 500) : undefined;
}

/** Checks the port before the rooms start, so that the error is one clear line. Port 0 means any free port. */
function isBusy(port: number, host = "127.0.0.1"): Promise<boolean> {
  if (!Number.isInteger(port) || port <= 0 || port > 65535) return Promise.resolve(false);
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRINUSE"));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}
