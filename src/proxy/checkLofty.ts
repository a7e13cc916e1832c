import { createInterface } from "node:readline/promises";
import { stripVTControlCharacters } from "node:util";
import { askWithRetries } from "./check/askWithRetries.ts";
import { checkAccount } from "./check/checkAccount.ts";
import { runExperiments } from "./check/experiments.ts";
import { readEnvironment, Refused, type Environment } from "./platform/environment.ts";

/**
 * `npm run check:lofty`: shows what this credential can do, with reads only. With `--experiment` it creates leads that
 * are named as tests.
 */
const args = process.argv.slice(2);
const stop = (line: string): never => {
  console.error(`foyer: ${line}`);
  process.exit(1);
};

function environment(): Environment {
  try {
    // The passcode is for the proxy; nobody signs in here.
    return readEnvironment({ ...process.env, STAFF_PASSCODE: process.env["STAFF_PASSCODE"] || "not needed" });
  } catch (error) {
    return stop(error instanceof Refused ? error.message : String(error));
  }
}

const env = environment();
const { authorization } = env;
if (args.some((arg) => arg !== "--experiment")) stop(`only --experiment is understood, not ${args.join(" ")}`);
if (env.mode === "sandbox") stop("there is no credential to check. Set LOFTY_API_KEY or LOFTY_ACCESS_TOKEN.");
// Using the refresh token here could invalidate the token of the running proxy.
if (typeof authorization !== "string")
  stop("with LOFTY_OAUTH_* set, the check needs an access token instead: set LOFTY_ACCESS_TOKEN alone.");

const header = String(authorization);
const token = header.slice(header.indexOf(" ") + 1);
/** Prints text of the CRM in one line: without control characters and without our credential. */
const say = (line: string) =>
  console.log(
    stripVTControlCharacters(line)
      .replace(/\p{Cc}/gu, " ")
      .replaceAll(token, "(the credential)"),
  );

const crm = askWithRetries({
  baseUrl: env.LOFTY_BASE_URL,
  authorization: header,
  timeScale: env.FOYER_TIME_SCALE,
  say,
});

say(`Lofty at ${env.LOFTY_BASE_URL}`);
const isFine = await checkAccount(crm, say);
if (args.includes("--experiment") && isFine && (await isConfirmed())) await runExperiments(crm, say);
process.exitCode = isFine ? 0 : 1;

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return stop("--experiment creates leads. Type it at a terminal: it asks first.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const word = "create test leads";
  say("");
  say(
    "The experiments create about 12 leads named “Foyer test” in this account. Routing rules may give them to agents.",
  );
  const typed = await terminal.question(`Type “${word}” to go on: `);
  terminal.close();
  if (typed.trim() !== word) say("Nothing was created.");
  return typed.trim() === word;
}
