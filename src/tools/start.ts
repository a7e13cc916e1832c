import { buildIfOlder } from "./buildIfOlder.ts";
import { runRooms } from "./runRooms.ts";

/** `npm start`: builds the app when needed, then runs the proxy, and the stand-in for Lofty without a credential. */
const built = buildIfOlder();
if (built !== 0) process.exit(built);

process.exitCode = await runRooms({
  proxyArgs: ["src/proxy/main.ts"],
  env: process.env,
  open: (address) => address,
});
