import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import pino from "pino";
import { Agent, fetch as undiciFetch } from "undici";
import { parseStation } from "#lead/parseStation.ts";
import { readyStations } from "#lead/readyStations.ts";
import type { Station } from "#lead/station.ts";
import { proxyApp } from "./app.ts";
import { requestBudget } from "./budget.ts";
import { crmAt, type Transport } from "./crm.ts";
import { readEnvironment, Refused, version, type Environment } from "./environment.ts";
import { built, filesIn } from "./files.ts";
import { leadsDesk } from "./leads.ts";
import { startRelay } from "./relay.ts";
import { sessionsIn } from "./sessions.ts";
import { migrate } from "./store/migrate.ts";
import { outboxIn } from "./store/outbox.ts";
import { openSqlite } from "./store/sqlite.ts";
import { stationsIn } from "./store/stations.ts";

/** Puts the parts together and listens; ends when told to, after finishing what is in flight. */
async function main(env: Environment): Promise<void> {
  const logger = pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const log = (event: string, facts: object) => logger.info({ event, ...facts });
  const now = () => Date.now();
  const scale = env.FOYER_TIME_SCALE;
  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms / scale);
    return () => clearTimeout(timer);
  };

  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  const driver = openSqlite(join(env.DATA_DIR, "foyer.sqlite"));
  await migrate(driver);
  const outbox = outboxIn(driver);
  const stations = await stationsIn(driver, firstStations(env.STATIONS_FILE));
  const secure = env.PUBLIC_ORIGIN?.startsWith("https:") ?? false;
  const sessions = await sessionsIn({ driver, now, passcode: env.STAFF_PASSCODE, secure });

  const interrupted = await outbox.markInterrupted(now());
  if (interrupted > 0) log("interrupted", { entries: interrupted });

  const agent = new Agent({ connect: { timeout: 5_000 }, headersTimeout: 15_000, bodyTimeout: 15_000 });
  const transport: Transport = (url, init) =>
    undiciFetch(url, { ...init, dispatcher: agent } as Parameters<
      typeof undiciFetch
    >[1]) as unknown as Promise<Response>;
  const budget = requestBudget(() => now() * scale, env.LOFTY_RATE_PER_MINUTE);
  const crm = crmAt({
    baseUrl: env.LOFTY_BASE_URL,
    authorization: async () => env.authorization ?? "",
    transport,
    now,
    timeScale: scale,
    onLimit: budget.heard,
  });
  const relay = startRelay({ outbox, crm, now, after, budget, log });
  const leads = leadsDesk({ outbox, stations, relay, now, timeScale: 1, log });

  const app = proxyApp({
    config: { mode: env.mode, version },
    leads,
    stations,
    sessions,
    secure,
    origins: (request) => (env.PUBLIC_ORIGIN ? [env.PUBLIC_ORIGIN] : [`http://${request.headers.get("host") ?? ""}`]),
    files: filesIn(built),
    ready: async () => ({
      ok: !relay.credentialRefused(),
      facts: { entries: await outbox.count(), credential: relay.credentialRefused() ? "refused" : "taken" },
    }),
    log,
  });
  const server = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST }, ({ port }) => {
    console.log(`foyer listening on http://${env.HOST}:${port}`);
  });
  if ("requestTimeout" in server)
    Object.assign(server, { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 5_000 });

  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    await closed;
    await relay.stop();
    await driver.close();
    await agent.close();
  };
  let stopping: Promise<void> | undefined;
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => void (stopping ??= stop().then(() => process.exit(0))));
}

function firstStations(file: string | undefined): readonly Station[] {
  if (file === undefined) return readyStations;
  const listed = JSON.parse(readFileSync(file, "utf8")) as { stations?: unknown[] } | unknown[];
  return (Array.isArray(listed) ? listed : (listed.stations ?? [])).map((station, index) => {
    const parsed = parseStation(station);
    if ("station" in parsed) return parsed.station;
    const [issue] = parsed.issues;
    throw new Refused(`STATIONS_FILE: station ${index + 1}: ${issue?.path}: ${issue?.code}`);
  });
}

try {
  await main(readEnvironment(process.env));
} catch (error) {
  const { message } = error as Error;
  console.error(error instanceof Refused ? `foyer: ${message}` : `foyer: could not start: ${message}`);
  process.exit(1);
}
