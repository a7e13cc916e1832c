import { createSandbox } from "./app.ts";
import { startServer } from "./server.ts";

/** `node src/sandbox/main.ts` starts the sandbox for Lofty's API, on this machine only. */
const { SANDBOX_PORT = "8081", SANDBOX_KEY: key = "sandbox-key", FOYER_TIME_SCALE = "1" } = set(process.env);
const port = Number(SANDBOX_PORT);
const timeScale = Number(FOYER_TIME_SCALE);
if (!Number.isInteger(port) || port < 0 || port > 65_535) refuse(`SANDBOX_PORT: not a port: ${SANDBOX_PORT}`);
if (!(timeScale > 0)) refuse(`FOYER_TIME_SCALE: not a number above 0: ${FOYER_TIME_SCALE}`);

const sandbox = createSandbox({
  key,
  timeScale,
  now: Date.now,
  random: Math.random,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
try {
  const { server, url } = await startServer(sandbox, port);
  const end = () => {
    server.close(() => process.exit(0));
    // Without this, hanging or slow responses would keep the server open.
    server.closeAllConnections();
  };
  process.once("SIGTERM", end).once("SIGINT", end);
  console.log(`sandbox listening on ${url}`);
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}

function refuse(problem: string): never {
  console.error(`sandbox: ${problem}`);
  process.exit(1);
}

/** Returns the variables that are not empty. An empty one counts as unset. */
function set(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}
