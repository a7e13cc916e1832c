import { proxyApp } from "./app.ts";
import { clockCheck } from "./crm/clockCheck.ts";
import { requestBudget } from "./crm/budget.ts";
import { clockOf } from "./platform/clock.ts";
import { crmPageOf } from "./staff/crmPageOf.ts";
import { watchCredential } from "./crm/credential.ts";
import { crmAt } from "./crm/crm.ts";
import { version, type Environment } from "./platform/environment.ts";
import { built, builtAt, filesIn } from "./http/files.ts";
import { builtPages } from "./pages/builtPages.ts";
import { firstStations } from "./firstStations.ts";
import { formTimesIn } from "./guard/formTimes.ts";
import { formLinksIn } from "./guard/formLinks.ts";
import { crmGate } from "./crm/gate.ts";
import { keepHouse, quietWatch } from "./store/housekeeping.ts";
import { leadsDesk } from "./intake/leads.ts";
import { oauth, type Authorization } from "./crm/oauth.ts";
import { proxyMetrics } from "./metrics.ts";
import type { Outside } from "./outside.ts";
import { sendTogether } from "./delivery/sendTogether.ts";
import { startRelay } from "./delivery/relay.ts";
import { relayNotes } from "./delivery/relayNotes.ts";
import { knownIn } from "./staff/knownIn.ts";
import { previewWith } from "./delivery/preview.ts";
import { recognitionOf } from "./delivery/recognition.ts";
import { relaySeat } from "./delivery/seat.ts";
import { pinsIn } from "./guard/pins.ts";
import { passcodeIn } from "./guard/passcode.ts";
import { sessionsIn } from "./guard/sessions.ts";
import { kioskKeysIn } from "./store/keys/kioskKeys.ts";
import { keptIn } from "./store/kept.ts";
import { devicesIn } from "./store/devices.ts";
import { eventsIn } from "./store/events.ts";
import { migrate } from "./store/migrations/migrate.ts";
import { readinessOf } from "./readiness.ts";
import { consentRecordsIn } from "./store/consentRecords.ts";
import { optOutsIn } from "./store/optOuts.ts";
import { outboxIn } from "./store/outbox.ts";
import { tidyRestored } from "./store/restored.ts";
import { retentionIn } from "./store/retention.ts";
import { staffQueriesIn } from "./store/staffQueries.ts";
import { stationsIn } from "./store/stations.ts";
import { watchStore } from "./store/watch.ts";
import { getWith } from "./staff/listReaders.ts";
import { vocabularyIn } from "./staff/vocabulary.ts";

export interface Proxy {
  /** The whole proxy: a function from a request to a response. */
  readonly fetch: (request: Request, connection?: object) => Response | Promise<Response>;
  /** Sends nothing more. Resolves when the requests in flight are recorded. */
  readonly stop: () => Promise<void>;
}

/** Connects all parts and starts the relay. The caller listens for requests. */
export async function startProxy(env: Environment, outside: Outside): Promise<Proxy> {
  const { driver, now, after } = outside;
  const metrics = proxyMetrics();
  const transport = metrics.timed(outside.transport, now);
  const quiet = quietWatch(now);
  const log: Outside["log"] = (event, facts) => {
    for (const { heard } of [metrics, quiet]) heard(event, facts);
    outside.log(event, facts);
  };
  const scale = env.FOYER_TIME_SCALE;
  await migrate(driver);
  const outbox = outboxIn(driver);
  const stations = await stationsIn(driver, () => firstStations(env.STATIONS_FILE), now);
  const events = eventsIn(driver);
  const kioskKeys = await kioskKeysIn(driver, now, env.KIOSK_KEYS);
  const secure = env.PUBLIC_ORIGIN?.startsWith("https:") ?? false;
  const kept = keptIn(driver);
  const optOuts = await optOutsIn(driver, kept);
  const passcode = await passcodeIn(kept, env.STAFF_PASSCODE);
  const links = formLinksIn(kept, passcode, now);
  const sessions = sessionsIn({ driver, now, passcode, links, secure });
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
  const seat = relaySeat({ driver, outbox, clock, after, log, wake: () => relay.wake(), refresh: stations.refresh });
  const recognition = recognitionOf({ ask: gate.ask("look-up"), after, log, recall: () => knownIn(outbox) });
  const preview = previewWith({ ask: gate.ask("preview"), recognition, after });
  const relay = startRelay({
    outbox: seat.outbox,
    gate,
    station: stations.find,
    recognition,
    clock,
    ...{ optedOut: optOuts.ofLead, withdrawnAt: optOuts.withdrawnAt },
    crmAheadMs: ourClock.crmAheadMs,
    after,
    log,
  });
  const notesRelay = relayNotes({ notes: seat.notes, mark: seat.markNote, gate, clock, after, log });
  await seat.take();
  const storeWatch = watchStore({ driver, after, now, log });
  let unforgotten = 0;
  const house = keepHouse({
    retention: retentionIn(driver),
    outbox,
    clock,
    after,
    log,
    retentionDays: env.RETENTION_DAYS,
    isOurs: seat.held,
    verifyClock: ourClock.verify,
    isQuiet: quiet.isQuiet,
    cannotForget: (entries) => void (unforgotten = entries),
  });
  await tidyRestored(kept, house.tidy);
  const builtAtMs = builtAt(built);
  const formTimes = await formTimesIn(kept, now);
  const leads = leadsDesk({
    spam: { ageMs: formTimes.ageMs, leastMs: env.FORM_LEAST_SECONDS * 1000 },
    outbox,
    stations,
    events,
    kioskKeys,
    optOuts,
    relay: { wake: relay.wake, settled: (id, withinMs) => (seat.held() ? relay : seat).settled(id, withinMs) },
    paused: gate.paused,
    credential,
    now,
    after,
    builtAt: builtAtMs,
    log,
  });
  metrics.watch({ outbox, now, perMinute: budget.perMinute, recognizes: recognition.works });
  const config = { mode: env.mode, version, signIn: passcode.isSet };
  const app = proxyApp({
    config,
    leads,
    outbox,
    relay,
    together: sendTogether({ outbox, clock, after, wake: relay.wake, log }),
    perMinute: budget.perMinute,
    clock,
    laterNotes: seat.notes,
    wakeNotes: notesRelay.wake,
    readCrm: gate.ask("read-back"),
    paused: gate.paused,
    credential,
    crmPage: crmPageOf(env),
    stations,
    optOuts,
    consentRecords: consentRecordsIn(driver),
    sealTo: kioskKeys.current,
    events,
    devices: devicesIn(driver),
    sessions,
    pins: pinsIn(kept),
    staff: staffQueriesIn(driver, now),
    vocabulary: vocabularyIn({ get: getWith(gate.ask("vocabulary")), now, log }),
    recognizes: recognition.works,
    preview,
    formTimes,
    links,
    metrics: metrics.text,
    metricsToken: env.METRICS_TOKEN,
    clientRatePerMinute: env.CLIENT_RATE_PER_MINUTE,
    trustedProxies: env.TRUST_PROXY,
    now,
    secure,
    origins: (request) => (env.PUBLIC_ORIGIN ? [env.PUBLIC_ORIGIN] : [`http://${request.headers.get("host") ?? ""}`]),
    ownNames: [env.HOST, ...(env.PUBLIC_ORIGIN ? [new URL(env.PUBLIC_ORIGIN).hostname] : [])],
    build: new Date(builtAtMs).toISOString(),
    files: filesIn(built),
    sandboxPage: (path) => transport(env.LOFTY_BASE_URL + path, { headers: { accept: "text/html" } }),
    ...(await builtPages(built, { stations, sealTo: kioskKeys.current, config })),
    ready: readinessOf({
      ...{ outbox, laterNotes: seat.notes, gate, credential, seat, storeWatch, clock },
      clockAgreement: ourClock.agreement,
      unforgotten: () => unforgotten,
    }),
    log,
  });
  return {
    fetch: (request, connection) => app.fetch(request, connection),
    stop: async () => {
      for (const watch of [storeWatch, recognition, credential, preview]) watch.stop();
      house.end();
      await notesRelay.stop();
      await relay.stop();
      await seat.leave();
    },
  };
}
