import { proxyApp } from "./app.ts";
import { clockCheck } from "./crm/clockCheck.ts";
import { requestBudget } from "./delivery/budget.ts";
import { clockOf } from "./delivery/clock.ts";
import { crmPageOf } from "./staff/crmPageOf.ts";
import { watchCredential } from "./delivery/credential.ts";
import { crmAt } from "./delivery/crm.ts";
import { version, type Environment } from "./environment.ts";
import { built, builtAt, filesIn } from "./files.ts";
import { firstStations } from "./firstStations.ts";
import { formLinksIn } from "./guard/formLinks.ts";
import { crmGate } from "./delivery/gate.ts";
import { keepHouse } from "./housekeeping.ts";
import { leadsDesk } from "./intake/leads.ts";
import { oauth, type Authorization } from "./delivery/oauth.ts";
import { proxyMetrics } from "./metrics.ts";
import type { Outside } from "./outside.ts";
import { sendTogether } from "./delivery/sendTogether.ts";
import { startRelay, type Relay } from "./delivery/relay.ts";
import { knownIn } from "./staff/knownIn.ts";
import { recognitionOf } from "./delivery/recognition.ts";
import { relaySeat } from "./delivery/seat.ts";
import { passcodeIn } from "./guard/passcode.ts";
import { sessionsIn } from "./guard/sessions.ts";
import { keptIn } from "./store/kept.ts";
import { eventsIn } from "./store/events.ts";
import { migrate } from "./store/migrate.ts";
import { outboxIn } from "./store/outbox.ts";
import { retentionIn } from "./store/retention.ts";
import { staffQueriesIn } from "./store/staffQueries.ts";
import { stationsIn } from "./store/stations.ts";
import { watchStore } from "./store/watch.ts";
import { vocabularyIn } from "./staff/vocabulary.ts";

export interface Proxy {
  /** The whole proxy: a function from a request to a response. */
  readonly fetch: (request: Request, connection?: object) => Response | Promise<Response>;
  /** Sends nothing more; answers when what is in flight has been recorded. */
  readonly stop: () => Promise<void>;
}

/** Puts the parts together and starts to relay; listening is another's job. */
export async function startProxy(env: Environment, outside: Outside): Promise<Proxy> {
  const { driver, now, after } = outside;
  const metrics = proxyMetrics();
  const transport = metrics.timed(outside.transport, now);
  const log: Outside["log"] = (event, facts) => {
    metrics.heard(event, facts);
    outside.log(event, facts);
  };
  const scale = env.FOYER_TIME_SCALE;
  await migrate(driver);
  const outbox = outboxIn(driver);
  const stations = await stationsIn(driver, () => firstStations(env.STATIONS_FILE), now);
  const events = eventsIn(driver);
  const secure = env.PUBLIC_ORIGIN?.startsWith("https:") ?? false;
  const kept = keptIn(driver);
  const passcode = await passcodeIn(kept, env.STAFF_PASSCODE);
  const sessions = sessionsIn({ driver, now, passcode, secure });

  const clock = clockOf(now, scale);
  const budget = requestBudget({ now: () => now() * scale, after, configured: env.LOFTY_RATE_PER_MINUTE });
  const { authorization: given } = env;
  const authorization: Authorization =
    typeof given === "string" ? async () => given : oauth({ ...given, kept, transport, now, after, timeScale: scale });
  const crm = crmAt({
    baseUrl: env.LOFTY_BASE_URL,
    authorization,
    transport,
    now,
    after,
    onLimit: budget.heard,
    onDate: (date) => ourClock.heard(date),
  });
  const gate = crmGate({ crm, budget, clock, log });
  const ourClock = clockCheck({ now, ask: () => gate.ask("vocabulary")("GET", "/v1.0/me") });
  const credential = watchCredential({ gate, after, log, variable: env.credentialVariable });
  const get = async (path: string) => {
    const reply = await gate.ask("vocabulary")("GET", path);
    if (reply.kind !== "answered") throw new Error("reason" in reply ? reply.reason : reply.kind);
    return reply.body;
  };
  const seat = relaySeat({
    driver,
    outbox,
    clock,
    after,
    log,
    wake: () => relay.wake(),
    refresh: stations.refresh,
  });
  const recognition = recognitionOf({ ask: gate.ask("look-up"), after, log, recall: () => knownIn(outbox) });
  const relay = startRelay({
    outbox: seat.outbox,
    gate,
    station: stations.find,
    recognition,
    clock,
    crmAheadMs: ourClock.crmAheadMs,
    after,
    log,
  });
  await seat.take();
  const storeWatch = watchStore({ driver, after, now, log });
  let unforgotten = 0;
  const endHousekeeping = keepHouse({
    retention: retentionIn(driver),
    outbox,
    clock,
    after,
    log,
    retentionDays: env.RETENTION_DAYS,
    isOurs: seat.held,
    verifyClock: ourClock.verify,
    cannotForget: (entries) => void (unforgotten = entries),
  });
  const settled: Relay["settled"] = (id, withinMs) => (seat.held() ? relay : seat).settled(id, withinMs);
  const leads = leadsDesk({
    outbox,
    stations,
    events,
    relay: { ...relay, settled },
    paused: gate.paused,
    credential,
    now,
    after,
    builtAt: builtAt(built),
    log,
  });

  metrics.watch({ outbox, now, perMinute: budget.perMinute, recognizes: recognition.works });

  const app = proxyApp({
    config: { mode: env.mode, version, signIn: passcode.isSet },
    leads,
    outbox,
    relay,
    together: sendTogether({ outbox, clock, after, wake: relay.wake, log }),
    perMinute: budget.perMinute,
    clock,
    paused: gate.paused,
    credential,
    crmPage: crmPageOf(env),
    stations,
    events,
    sessions,
    staff: staffQueriesIn(driver, now),
    vocabulary: vocabularyIn({ get, now, log }),
    recognizes: recognition.works,
    links: formLinksIn(kept, passcode, now),
    metrics: metrics.text,
    metricsToken: env.METRICS_TOKEN,
    clientRatePerMinute: env.CLIENT_RATE_PER_MINUTE,
    trustedProxies: env.TRUST_PROXY,
    now,
    secure,
    origins: (request) => (env.PUBLIC_ORIGIN ? [env.PUBLIC_ORIGIN] : [`http://${request.headers.get("host") ?? ""}`]),
    ownNames: [env.HOST, ...(env.PUBLIC_ORIGIN ? [new URL(env.PUBLIC_ORIGIN).hostname] : [])],
    files: filesIn(built),
    ready: async () => {
      const unavailable = storeWatch.problem();
      if (unavailable !== undefined) return { ok: false, facts: { alarms: ["store-unavailable"], store: unavailable } };
      const oldest = await outbox.oldestWaiting();
      const closed = gate.closed();
      const entries = await outbox.count();
      const refused = credential.state() === "refused";
      const facts = {
        entries,
        alarms: [
          ...(entries.parked ? ["needs-person"] : []),
          ...(refused ? ["credential-refused"] : []),
          ...(unforgotten > 0 ? ["cannot-forget"] : []),
          ...(closed?.reason === "blocked" ? ["crm-blocked"] : []),
          ...(seat.isTaken() ? [] : ["nobody-relays"]),
          ...(ourClock.agreement() === "differs" ? ["clock-differs"] : []),
        ],
        ...(oldest === undefined ? {} : { oldestWaitingSeconds: Math.max(0, Math.round((now() - oldest) / 1000)) }),
        credential: credential.state(),
        ...(refused ? { check: credential.variable } : {}),
        ...(closed ? { paused: closed.reason } : {}),
        relaying: seat.held(),
      };
      return { ok: !refused && seat.isTaken(), facts };
    },
    log,
  });
  return {
    fetch: (request, connection) => app.fetch(request, connection),
    stop: async () => {
      storeWatch.stop();
      endHousekeeping();
      recognition.stop();
      credential.stop();
      await relay.stop();
      await seat.leave();
    },
  };
}
