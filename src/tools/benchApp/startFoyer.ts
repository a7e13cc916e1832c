import { startChild, withoutSettings } from "../children.ts";

export interface Foyer {
  readonly url: string;
  readonly end: () => Promise<void>;
}

/**
 * Starts the sandbox and the proxy, which serves the built app. Data goes into `folder`.
 */
export async function startFoyer(folder: string): Promise<Foyer> {
  const env = { ...withoutSettings(), DATA_DIR: folder, LOG_LEVEL: "warn", CLIENT_RATE_PER_MINUTE: "0" };
  const print = () => undefined;
  const sandbox = startChild("sandbox", { args: ["src/sandbox/main.ts"], env: { ...env, SANDBOX_PORT: "0" }, print });
  const { port } = new URL(await sandbox.address);
  const proxyEnv = { ...env, PORT: "0", SANDBOX_PORT: port };
  const proxy = startChild("proxy", { args: ["src/proxy/main.ts"], env: proxyEnv, print });
  return {
    url: await proxy.address,
    end: async () => void (await Promise.all([proxy.end(), sandbox.end()])),
  };
}
