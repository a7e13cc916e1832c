import { startChild, withoutSettings, type Child } from "../../tools/children.ts";

export interface Processes {
  readonly sandboxUrl: string;
  /** Sets switches of the sandbox. */
  readonly faults: (switches: object) => Promise<void>;
  /** Starts one more proxy as a process. */
  readonly proxy: (settings?: Record<string, string>, program?: string, print?: (line: string) => void) => Child;
  readonly end: () => Promise<void>;
}

interface Settings {
  readonly store: Record<string, string>;
  readonly timeScale: number;
}

/** Starts the real system as processes: a sandbox, and as many proxies on one store as the test starts. */
export async function startProcesses({ store, timeScale }: Settings): Promise<Processes> {
  const env = { ...withoutSettings(), SANDBOX_PORT: "0", FOYER_TIME_SCALE: String(timeScale) };
  const sandbox = startChild("sandbox", { args: ["src/sandbox/main.ts"], env, print: () => undefined });
  const sandboxUrl = await sandbox.address;
  const here = { PORT: "0", SANDBOX_PORT: new URL(sandboxUrl).port, CLIENT_RATE_PER_MINUTE: "0", LOG_LEVEL: "silent" };
  const started: Child[] = [];
  return {
    sandboxUrl,
    faults: async (switches) => {
      await fetch(`${sandboxUrl}/sandbox/faults`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(switches),
      });
    },
    proxy: (settings = {}, program = "src/proxy/main.ts", print = console.log) => {
      const child = startChild("proxy", { args: [program], env: { ...env, ...here, ...store, ...settings }, print });
      started.push(child);
      return child;
    },
    end: async () => void (await Promise.all([sandbox, ...started].map((child) => child.end("SIGKILL")))),
  };
}
