import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { findPostgres, startPostgres } from "../../tools/startPostgres.ts";
import { startProcesses } from "../testing/startProcesses.ts";

/**
 * Killing the process cannot show whether a lead reached the disk, because the kernel still writes what a killed
 * process has written. The trace of system calls can: it shows that the data were flushed before the response was
 * written to its socket.
 */
const hasStrace = process.platform === "linux" && spawnSync("strace", ["-V"], { stdio: "ignore" }).error === undefined;
const bin = findPostgres();
const posts = process.env["FOYER_RELEASE"] === "1" ? 200 : 20;

describe.skipIf(!hasStrace)("responds only after the lead is on disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "foyer-disk-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Traces the writes and flushes of a process and its children. Resolves when the trace has started. */
  const trace = async (pid: number, name: string) => {
    const file = join(folder, name);
    const calls = "trace=fdatasync,fsync,write,writev,pwrite64,sendto,sendmsg";
    const tracer = spawn("strace", ["-f", "-ttt", "-s", "4000", "-e", calls, "-p", String(pid), "-o", file]);
    await new Promise<void>((resolve) =>
      tracer.stderr.on("data", (said) => /attached/.test(String(said)) && resolve()),
    );
    return {
      lines: async () => {
        await end(tracer);
        return readFileSync(file, "utf8").split("\n");
      },
    };
  };
  const end = (tracer: ChildProcess) =>
    new Promise((resolve) => {
      tracer.once("close", resolve);
      tracer.kill("SIGINT");
    });
  const post = async (url: string) => {
    const id = randomUUID();
    const response = await fetch(`${url}/api/leads`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": id },
      body: JSON.stringify({
        station: "front-desk",
        capturedAt: "2026-11-23T09:00:00Z",
        lead: { firstName: "Sample" },
      }),
    });
    expect([201, 202]).toContain(response.status);
    return id;
  };
  const isFlush = (line: string) =>
    /\b(fdatasync|fsync)\(/.test(line) || /<\.\.\. (fdatasync|fsync) resumed/.test(line);

  test("on SQLite", async () => {
    const rooms = await startProcesses({ store: { DATA_DIR: folder }, timeScale: 10 });
    await rooms.faults({ auth: "refuse" });
    const proxy = rooms.proxy();
    const url = await proxy.address;
    await post(url);
    const traced = await trace(proxy.pid, "sqlite");
    const ids: string[] = [];
    for (let count = 0; count < posts; count++) ids.push(await post(url));
    const lines = await traced.lines();
    await rooms.end();
    for (const id of ids) {
      const stored = lines.findIndex((line) => line.includes("pwrite64(") && line.includes(id));
      const answered = lines.findIndex(
        (line) => /\b(write|writev|sendto|sendmsg)\(/.test(line) && line.includes(`\\"id\\":\\"${id}\\"`),
      );
      expect(stored).toBeGreaterThan(-1);
      expect(answered).toBeGreaterThan(stored);
      expect(lines.slice(stored, answered).some(isFlush)).toBe(true);
    }
  });

  test.skipIf(bin === undefined)("on Postgres", async () => {
    const postgres = await startPostgres(bin ?? "");
    const rooms = await startProcesses({ store: { DATABASE_URL: postgres.url }, timeScale: 10 });
    await rooms.faults({ auth: "refuse" });
    const proxy = rooms.proxy();
    const url = await proxy.address;
    await post(url);
    // Child processes of the postmaster do the writing, so all are traced, and those that it begins for new connections.
    const pids = [postgres.pid(), ...childrenOf(postgres.pid())];
    const traced = await Promise.all(pids.map((pid) => trace(pid, `postgres-${pid}`)));
    for (let count = 0; count < posts; count++) await post(url);
    await sleep(100);
    const lines = (await Promise.all(traced.map(({ lines: all }) => all()))).flat();
    await rooms.end();
    await postgres.end();
    // A backend sends "COMMIT" to the proxy only after it has flushed its log.
    const each = byProcess(lines);
    let commits = 0;
    for (const own of each.values()) {
      let isFlushed = false;
      let isInserted = false;
      for (const line of own) {
        if (isFlush(line)) isFlushed = true;
        // Housekeeping has transactions that write and flush nothing.
        if (/\bsendto\(.*BEGIN/.test(line)) isInserted = false;
        if (line.includes("INSERT 0 1")) isInserted = true;
        if (line.includes("INSERT 0 1") && !line.includes("COMMIT")) isFlushed = false;
        if (!isInserted || !/\bsendto\(.*COMMIT/.test(line)) continue;
        commits += 1;
        expect(isFlushed, line).toBe(true);
        isFlushed = isInserted = false;
      }
    }
    expect(commits).toBeGreaterThanOrEqual(posts);
  });
});

const childrenOf = (pid: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1] === String(pid);
      } catch {
        return false;
      }
    })
    .map(Number);

/** Each line of strace starts with the process id and the time. */
function byProcess(lines: readonly string[]): Map<string, string[]> {
  const each = new Map<string, string[]>();
  for (const line of lines) {
    const [pid = ""] = line.split(" ");
    each.set(pid, [...(each.get(pid) ?? []), line]);
  }
  return each;
}

describe.skipIf(bin === undefined)("a Postgres that may lose a committed lead", () => {
  test.each(["fsync=off", "synchronous_commit=off", "full_page_writes=off"])("is refused: %s", async (setting) => {
    const postgres = await startPostgres(bin ?? "");
    await postgres.stop();
    await postgres.start([setting]);
    const said: string[] = [];
    const rooms = await startProcesses({ store: { DATABASE_URL: postgres.url }, timeScale: 1 });
    const proxy = rooms.proxy({}, "src/proxy/main.ts", (line) => said.push(line));
    expect(await proxy.ended).toBe(1);
    expect(said).toEqual([expect.stringContaining(setting.split("=")[0] ?? "")]);
    await rooms.end();
    await postgres.end();
  });
});
