import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const preloads = ["endWithParent.js", "keepCompiled.js"].flatMap((file) => [
  "--import",
  new URL(file, import.meta.url).href,
]);

export interface Child {
  readonly name: string;
  readonly pid: number;
  /** The address from its line `… listening on http://…`. */
  readonly address: Promise<string>;
  /** Its exit code, or 1 if a signal ended it. */
  readonly ended: Promise<number>;
  /** Sends the signal, waits, and kills the process after 60 s. Returns the exit code. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number>;
}

export interface Start {
  /** Arguments of node; the first is the program. */
  readonly args: readonly string[];
  /** Without it, the process gets no settings of Foyer. */
  readonly env?: NodeJS.ProcessEnv;
  /** Called with every line of output except the address line. */
  readonly print?: (line: string) => void;
}

/** A request to Lofty in flight takes up to 15 s, after the requests of clients have ended. */
const graceSeconds = 60;

const settings =
  /^(PORT|HOST|DATA_DIR|DATABASE_URL|STATIONS_FILE|KIOSK_KEYS|STAFF_PASSCODE|PUBLIC_ORIGIN|TRUST_PROXY|RETENTION_DAYS|LOG_LEVEL|METRICS_TOKEN|SANDBOX_(PORT|KEY)|CLIENT_RATE_PER_MINUTE|FORM_LEAST_SECONDS|FOYER_TIME_SCALE|LOFTY_\w+)$/;

/**
 * Returns this process's environment without Foyer's settings. Tests and benchmarks start rooms with it, so that none
 * of them can reach the office's database or a real CRM.
 */
export const withoutSettings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)));

/**
 * Starts a room as a separate process, on the same Node as this tool. The process gets its own process group, so that
 * Ctrl-C reaches it only through the tool and not a second time from the terminal.
 */
export function startChild(name: string, { args, env = withoutSettings(), print = console.log }: Start): Child {
  const child = spawn(process.execPath, [...preloads, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code, signal) => {
      if (signal) print(`${name} was ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
  const address = Promise.withResolvers<string>();
  address.promise.catch(() => undefined);
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream as NodeJS.ReadableStream }).on("line", (line) => {
      const found = /listening on (http:\/\/\S+)/.exec(line)?.[1];
      if (found) address.resolve(found);
      else print(line);
    });
  void ended.then((code) => address.reject(new Error(`${name} ended with ${code} before it was listening`)));
  return { name, pid: child.pid ?? 0, address: address.promise, ended, end: (signal) => end(child, ended, signal) };
}

async function end(child: ChildProcess, ended: Promise<number>, signal: NodeJS.Signals = "SIGTERM"): Promise<number> {
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), graceSeconds * 1000);
  const code = await ended;
  clearTimeout(timer);
  return code;
}
