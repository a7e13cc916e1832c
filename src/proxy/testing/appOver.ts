import type { Transport } from "../delivery/crm.ts";
import { readEnvironment } from "../environment.ts";
import { startProxy } from "../start.ts";
import type { Driver } from "../store/driver.ts";
import { openSqlite } from "../store/sqlite.ts";

/** The real proxy on a network that is passed in, over a database in memory unless another is. */
export async function appOver(
  transport: Transport,
  variables: Record<string, string> = {},
  driver: Driver = openSqlite(":memory:"),
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

/** A CRM that cannot be reached: what is accepted stays. */
export const unreachable: Transport = async () => {
  throw Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
};

/** A CRM that refuses every lead: what is accepted needs a person, and nothing more is sent. */
export const refusing: Transport = async () => Response.json({ code: 20012 }, { status: 400 });
