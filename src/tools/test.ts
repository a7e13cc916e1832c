import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser, howToGetOne } from "./browser.ts";
import { root } from "./children.ts";
import { installServices } from "./installServices.ts";

/**
 * `npm test`: lint, unit tests, a build, and the stories in a browser that it finds or downloads. The last line has the
 * total counts. A failed check or a crashed runner counts as one failure.
 */
interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
const nothing: Count = { passed: 0, failed: 0, skipped: 0 };
const oneFailure: Count = { ...nothing, failed: 1 };

const reports = join(root, "node_modules/.cache/foyer-test");
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");
const running = new Set<number>();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    for (const pid of running) endGroup(pid);
    process.exit(1);
  });

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const suites = { lint, unit, stories };
/** Names of suites to run; none means all. */
const wanted = process.argv.slice(2);
const counts: Count[] = [];
for (const [name, suite] of Object.entries(suites))
  if (wanted.length === 0 || wanted.includes(name)) counts.push(await suite());
const sum = (name: keyof Count) => counts.reduce((total, count) => total + count[name], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

async function lint(): Promise<Count> {
  return (await run("lint", ["npm", "run", "--silent", "lint"])) === 0 ? nothing : oneFailure;
}

async function unit(): Promise<Count> {
  await installServices();
  await flush();
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
  const code = await run("unit tests", ["vitest", "run", ...reporters]);
  return counted(code, vitestReport, (report) => ({
    passed: Number(report["numPassedTests"]),
    failed: Number(report["numFailedTests"]),
    skipped: Number(report["numPendingTests"]) + Number(report["numTodoTests"]),
  }));
}

async function stories(): Promise<Count> {
  if ((await run("build", ["vite", "build", "--logLevel", "warn"])) !== 0) return { ...nothing, failed: 1 };
  const browser = await findBrowser((line) => console.log(line));
  if (!browser) {
    console.error(howToGetOne);
    return oneFailure;
  }
  await flush();
  const code = await run("stories", ["playwright", "test", "-c", "e2e", "--reporter=list,json"], {
    ...browser.env,
    ...(browser.path ? { CHROMIUM_PATH: browser.path } : {}),
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  });
  return counted(code, playwrightReport, ({ stats }) => {
    const { expected, flaky, unexpected, skipped: left } = stats as Record<string, number>;
    return { passed: (expected ?? 0) + (flaky ?? 0), failed: unexpected ?? 0, skipped: left ?? 0 };
  });
}

/** Writes what was installed to disk. Else the first writes of a test's proxy wait for it, longer than they may. */
function flush(): Promise<number> {
  return run("flush to disk", ["sync"]);
}

/**
 * Reads the counts of a runner. Counts one failure if it left no report, or if it exited with an error but reported no
 * failed test.
 */
function counted(code: number, path: string, read: (report: Record<string, unknown>) => Count): Count {
  try {
    const count = read(JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>);
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch {
    return oneFailure;
  }
}

/**
 * Runs a command and shows its output. It gets its own process group, which is ended with it. Returns the exit code.
 */
function run(name: string, [command = "", ...args]: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  console.log(`\n── ${name}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
      env: { ...process.env, ...env },
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (code) => {
      if (pid !== undefined) endGroup(pid);
      resolve(code ?? 1);
    });
  });
}

/** Ends the processes that a runner left behind. */
function endGroup(pid: number): void {
  running.delete(pid);
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // The group has no processes left.
  }
}
