import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const preload = new URL("endWithParent.js", import.meta.url).href;

export interface Child {
  readonly name: string;
  readonly pid: number;
  /** The address in its `… listening on http://…` line. */
  readonly address: Promise<string>;
  /** How it ended: its exit code, or 1 when a signal ended it. */
  readonly ended: Promise<number>;
  /** Asks it to end and waits; a child that does not is killed. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number>;
}

export interface Start {
  /** Arguments of node, the program first. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Takes every line it prints but its address. */
  readonly print?: (line: string) => void;
}

const graceSeconds = 15;

/**
 * Starts a room as a process of its own, on the Node this tool runs on. It gets a process group of its own, so that
 * Ctrl-C reaches it once, from the tool, and not also from the terminal.
 */
export function startChild(name: string, { args, env = process.env, print = console.log }: Start): Child {
  const child = spawn(process.execPath, ["--import", preload, ...args], {
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
