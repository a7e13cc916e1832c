import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser, howToGetOne } from "./browser.ts";
import { root } from "./children.ts";
import { installServices } from "./installServices.ts";
import { failedStories, failedUnits, type StoryReport, type UnitReport } from "./whatFailed.ts";

/**
 * `npm test`: lint, unit tests, a build, and the stories in a browser that it finds or downloads. At the end it prints
 * what failed again, because a long output may be cut. The last line has the total counts. A failed check or a crashed
 * runner counts as one failure.
 */
interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The failed tests, as texts to print. */
  readonly what: readonly string[];
}
const nothing: Count = { passed: 0, failed: 0, skipped: 0, what: [] };
const failure = (what: string): Count => ({ ...nothing, failed: 1, what: [what] });

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
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(", ")}. There are: ${Object.keys(suites).join(", ")}`);
  process.exit(1);
}
const counts: Count[] = [];
for (const [name, suite] of Object.entries(suites))
  if (wanted.length === 0 || wanted.includes(name)) counts.push(await suite());
for (const one of counts.flatMap(({ what }) => what)) console.log(`\n── failed: ${one}`);
const sum = (name: "passed" | "failed" | "skipped") => counts.reduce((total, count) => total + count[name], 0);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

async function lint(): Promise<Count> {
  return (await run("lint", ["npm", "run", "--silent", "lint"])) === 0 ? nothing : failure("lint");
}

async function unit(): Promise<Count> {
  await installServices();
  await flush();
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
  const code = await run("unit tests", ["vitest", "run", ...reporters]);
  return counted("unit tests", code, vitestReport, (report: UnitReport) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    what: failedUnits(report),
  }));
}

async function stories(): Promise<Count> {
  if ((await run("build", ["vite", "build", "--logLevel", "warn"])) !== 0) return failure("build");
  const browser = await findBrowser((line) => console.log(line));
  if (!browser) {
    console.error(howToGetOne);
    return failure("stories: no browser");
  }
  await flush();
  const code = await run("stories", ["playwright", "test", "-c", "e2e", "--reporter=list,json"], {
    ...browser.env,
    ...(browser.path ? { CHROMIUM_PATH: browser.path } : {}),
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  });
  return counted("stories", code, playwrightReport, (report: StoryReport) => {
    const { expected, flaky, unexpected, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected, skipped, what: failedStories(report) };
  });
}

/** Flushes installed files to disk. Otherwise the first writes of a test's proxy are slow and time out. */
function flush(): Promise<number> {
  return run("flush to disk", ["sync"]);
}

/**
 * Reads the counts of a runner. Counts one failure if it left no report, or if it exited with an error but reported no
 * failed test.
 */
function counted<Report>(name: string, code: number, path: string, read: (report: Report) => Count): Count {
  try {
    const count = read(JSON.parse(readFileSync(path, "utf8")) as Report);
    const isSilent = code !== 0 && count.failed === 0;
    return isSilent ? { ...count, failed: 1, what: [`${name}: exit code ${code}`] } : count;
  } catch (error) {
    return failure(`${name}: ${String(error)}`);
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
