import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Child } from "../../tools/children.ts";
import { findPostgres, startPostgres, type Postgres } from "../../tools/startPostgres.ts";
import { expectNothingLost, leadLedger } from "../testing/leadLedger.ts";
import { startProcesses, type Processes } from "../testing/startProcesses.ts";

/** Real proxies on a real Postgres that fails. FOYER_RELEASE=1 uses the counts of a release run. */
const release = process.env["FOYER_RELEASE"] === "1";
const failovers = release ? 10 : 2;
const restarts = release ? 60 : 5;
const cuts = release ? 100 : 10;
const timeScale = 10;
const minutes = 60_000;

const bin = findPostgres();

describe.skipIf(bin === undefined)("proxies on Postgres", () => {
  let postgres: Postgres;
  let rooms: Processes;
  beforeAll(async () => {
    postgres = await startPostgres(bin ?? "");
    rooms = await startProcesses({ store: { DATABASE_URL: postgres.url }, timeScale });
  });
  afterAll(async () => {
    await rooms.end();
    await postgres.end();
  });
  const isRelaying = async (url: string) => {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    return ((await answer?.json()) as { relaying?: boolean } | undefined)?.relaying === true;
  };
  /** Returns how long it takes until `holds` is true, in ms. Polls every 20 ms. */
  const until = async (holds: () => Promise<boolean>, withinMs = 60_000) => {
    const from = Date.now();
    while (!(await holds())) {
      if (Date.now() - from > withinMs) throw new Error(`not within ${withinMs} ms`);
      await sleep(20);
    }
    return Date.now() - from;
  };
  const knowEachOthersStations = async ([one = "", other = ""]: readonly string[]) => {
    const station = (url: string) => `${url}/api/stations/front-desk`;
    const nameAt = async (url: string) => ((await (await fetch(station(url))).json()) as { name: string }).name;
    const body = JSON.stringify({ ...((await (await fetch(station(one))).json()) as object), name: "Lobby" });
    const headers = { "content-type": "application/json" };
    expect((await fetch(station(one), { method: "PUT", headers, body })).status).toBe(200);
    await until(async () => (await nameAt(other)) === "Lobby");
  };
  const isHealthy = async (url: string) => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200;

  test(
    "the relaying proxy is killed under load: another takes over, nothing is lost or duplicated",
    async () => {
      const ledger = leadLedger(rooms.sandboxUrl);
      let proxies: { readonly child: Child; readonly url: string }[] = [];
      const join = async () => {
        const child = rooms.proxy();
        proxies = [...proxies, { child, url: await child.address }];
      };
      await join();
      await join();
      await knowEachOthersStations(proxies.map(({ url }) => url));
      await rooms.faults({ readLagMs: 30_000, delayMs: 300, delayOn: "create" });
      const load = ledger.load(() => proxies.map(({ url }) => url));
      const tookMs: number[] = [];
      await until(async () => (await Promise.all(proxies.map(({ url }) => isRelaying(url)))).some(Boolean));
      for (let time = 0; time < failovers; time++) {
        await sleep(1_000);
        const among = await Promise.all(proxies.map(async (one) => ({ one, relays: await isRelaying(one.url) })));
        expect(among.filter(({ relays }) => relays)).toHaveLength(1);
        const relaying = among.find(({ relays }) => relays)?.one;
        proxies = proxies.filter((one) => one !== relaying);
        await relaying?.child.end("SIGKILL");
        tookMs.push(await until(() => isRelaying(proxies[0]?.url ?? "")));
        await join();
      }
      await load.stop();
      const [one] = proxies;
      expectNothingLost(await ledger.settle(one?.url ?? ""), { failovers, tookMs });
      await Promise.all(proxies.map(({ child }) => child.end()));
    },
    10 * minutes,
  );

  test(
    "the relaying proxy hangs under load: another takes its seat, and nothing is sent twice when it continues",
    async () => {
      const settings = { FOYER_TIME_SCALE: "30" };
      const ledger = leadLedger(rooms.sandboxUrl);
      const proxies = [rooms.proxy(settings), rooms.proxy(settings)];
      const urls = await Promise.all(proxies.map((proxy) => proxy.address));
      await until(async () => (await Promise.all(urls.map(isRelaying))).some(Boolean));
      await rooms.faults({ readLagMs: 3_000, delayMs: 100, delayOn: "create" });
      const tookMs: number[] = [];
      let last = "";
      for (let time = 0; time < failovers; time++) {
        const hangs = (await isRelaying(urls[0] ?? "")) ? 0 : 1;
        const other = urls[1 - hangs] ?? "";
        // The hanging proxy does not respond, so only the other one gets load.
        const load = ledger.load(() => [other]);
        await sleep(500);
        process.kill(proxies[hangs]?.pid ?? 0, "SIGSTOP");
        tookMs.push(await until(() => isRelaying(other)));
        await sleep(500);
        process.kill(proxies[hangs]?.pid ?? 0, "SIGCONT");
        await until(async () => !(await isRelaying(urls[hangs] ?? "")));
        expect(await isRelaying(other)).toBe(true);
        await load.stop();
        last = other;
      }
      expectNothingLost(await ledger.settle(last), { hung: failovers, tookMs });
      await Promise.all(proxies.map((proxy) => proxy.end()));
    },
    5 * minutes,
  );

  test(
    "Postgres restarts and connections are cut under load: the proxy stays up, nothing is lost",
    async () => {
      const ledger = leadLedger(rooms.sandboxUrl);
      const proxy = rooms.proxy();
      const url = await proxy.address;
      let ended: number | undefined;
      void proxy.ended.then((code) => (ended = code));
      const load = ledger.load(() => [url]);
      const healthyAfterMs: number[] = [];
      for (let time = 0; time < restarts; time++) {
        await sleep(Math.random() * 500);
        await postgres.stop("immediate");
        await postgres.start();
        healthyAfterMs.push(await until(() => isHealthy(url)));
      }
      for (let time = 0; time < cuts; time++) {
        await sleep(Math.random() * 200);
        const client = new Client(postgres.url);
        await client.connect();
        await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'foyer' ORDER BY random() LIMIT 1`,
        );
        await client.end();
      }
      await load.stop();
      await until(() => isHealthy(url));
      await until(() => isRelaying(url));
      const slowestMs = Math.max(...healthyAfterMs);
      expectNothingLost(await ledger.settle(url), { restarts, cuts, slowestMs });
      expect(ended).toBeUndefined();
      await proxy.end();
    },
    20 * minutes,
  );
});

describe.skipIf(bin === undefined)("a Postgres that changes while the proxy runs", () => {
  let postgres: Postgres;
  beforeAll(async () => void (postgres = await startPostgres(bin ?? "")));
  afterAll(() => postgres.end());
  const onDatabase = async (...statements: readonly string[]) => {
    const client = new Client(postgres.url);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const readyz = async (url: string) => {
    const answer = await fetch(`${url}/readyz`);
    const facts = (await answer.json()) as { alarms?: readonly string[]; relaying?: boolean };
    return { ...facts, status: answer.status };
  };

  test("read-only: /readyz and an alarm report it, and the proxy continues when it is writable again", async () => {
    const rooms = await startProcesses({ store: { DATABASE_URL: postgres.url }, timeScale });
    const url = await rooms.proxy().address;
    await expect.poll(() => readyz(url), { timeout: minutes }).toMatchObject({ status: 200 });
    const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'foyer'";
    await onDatabase("ALTER DATABASE postgres SET default_transaction_read_only = on", cut);
    await expect
      .poll(() => readyz(url), { timeout: minutes })
      .toMatchObject({ status: 503, alarms: ["store-unavailable"] });
    await onDatabase(
      "SET default_transaction_read_only = off",
      "ALTER DATABASE postgres RESET default_transaction_read_only",
      cut,
    );
    await expect.poll(() => readyz(url), { timeout: minutes }).toMatchObject({ status: 200, relaying: true });
    await rooms.end();
  });

  test("two offices in two schemas of one database: both relay, and neither takes the other's seat", async () => {
    await onDatabase("CREATE SCHEMA north", "CREATE SCHEMA south");
    const offices = await Promise.all(
      ["north", "south"].map(async (schema) => {
        const url = `${postgres.url}?options=-c%20search_path%3D${schema}`;
        const rooms = await startProcesses({ store: { DATABASE_URL: url }, timeScale });
        return { rooms, url: await rooms.proxy().address };
      }),
    );
    for (const { rooms, url } of offices) {
      await expect.poll(() => readyz(url), { timeout: minutes }).toMatchObject({ status: 200, relaying: true });
      const ledger = leadLedger(rooms.sandboxUrl);
      const load = ledger.load(() => [url], 2);
      while (ledger.acknowledged() < 5) await sleep(20);
      await load.stop();
      expectNothingLost(await ledger.settle(url), { office: url });
    }
    await Promise.all(offices.map(({ rooms }) => rooms.end()));
  });
});
