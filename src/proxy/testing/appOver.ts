import type { Transport } from "../crm/crm.ts";
import { readEnvironment } from "../platform/environment.ts";
import { startProxy } from "../start.ts";
import type { Driver } from "../store/driver/driver.ts";
import { openDatabase } from "../store/database/database.ts";

/** Starts the real proxy with this network, on a database in memory unless another is passed in. */
export async function appOver(
  transport: Transport,
  variables: Record<string, string> = {},
  driver: Driver = openDatabase(":memory:"),
) {
  const logged: object[] = [];
  const { fetch, stop } = await startProxy(readEnvironment({ FOYER_TIME_SCALE: "1000", ...variables }), {
    driver,
    transport,
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms / 1000);
      return () => clearTimeout(timer);
    },
    log: (event, facts) => void logged.push({ event, ...facts }),
    close: () => driver.close(),
  });
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    return fetch(
      new Request(`http://127.0.0.1${path}`, {
        method,
        headers: { ...json, ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
  };
  return { fetch, send, driver, logged, stop };
}

/** A CRM that cannot be reached: accepted leads stay in the store. */
export const unreachable: Transport = async () => {
  throw Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
};

/** A CRM that refuses every lead: accepted leads are parked, and nothing more is sent. */
export const refusing: Transport = async () => Response.json({ code: 20012 }, { status: 400 });
