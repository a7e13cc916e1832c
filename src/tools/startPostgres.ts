import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Postgres {
  /** The URL of its empty database. */
  readonly url: string;
  readonly port: number;
  readonly pid: () => number;
  /** `immediate` acts like a crash. Both wait until the server has ended. */
  readonly stop: (how?: "fast" | "immediate") => Promise<void>;
  /** Starts it again with the same port and data. */
  readonly start: (settings?: readonly string[]) => Promise<void>;
  /** Stops it and deletes its data. */
  readonly end: () => Promise<void>;
}

/** Returns the folder of the server's programs, from Debian's location or PATH; undefined if not installed. */
export function findPostgres(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(":"),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
}

/** Postgres refuses to run as root, so it runs as user nobody then. */
const owner = () => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
};

/** Starts a real server for a test: on 127.0.0.1, a free port, with its own folder. */
export async function startPostgres(bin: string, under = tmpdir()): Promise<Postgres> {
  const user = owner();
  const folder = mkdtempSync(join(under, "foyer-postgres-"));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = { ...user, cwd: folder, encoding: "utf8" as const, stdio: "pipe" as const };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "foyer", "-A", "trust", "-N", "-E", "UTF8"], options);
  const port = await freePort();

  let server: ChildProcess | undefined;
  const closed = () =>
    new Promise<void>((resolve) => (server?.exitCode === null ? server.once("close", () => resolve()) : resolve()));
  const stop = async (how: "fast" | "immediate" = "fast") => {
    server?.kill(how === "fast" ? "SIGINT" : "SIGQUIT");
    await closed();
  };
  const start = async (settings: readonly string[] = []) => {
    const args = ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1"];
    const more = ["unix_socket_directories=", ...settings].flatMap((setting) => ["-c", setting]);
    const started = spawn(join(bin, "postgres"), [...args, ...more], { ...user, cwd: folder });
    server = started;
    let said = "";
    await new Promise<void>((resolve, reject) => {
      started.stderr.on("data", (chunk) => {
        said += String(chunk);
        if (said.includes("ready to accept connections")) resolve();
      });
      started.once("close", () => reject(new Error(`postgres ended: ${said.slice(-500)}`)));
    });
  };
  const kill = () => void server?.kill("SIGQUIT");
  process.once("exit", kill);
  await start();
  return {
    url: `postgres://foyer@127.0.0.1:${port}/postgres`,
    port,
    pid: () => server?.pid ?? 0,
    stop,
    start,
    end: async () => {
      await stop("immediate");
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
