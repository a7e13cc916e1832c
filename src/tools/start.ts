import { buildIfOlder } from "./buildIfOlder.ts";
import { runRooms } from "./runRooms.ts";

/** `npm start`: builds the app if needed, then runs the proxy. Without a credential it also runs the sandbox. */
const built = buildIfOlder();
if (built !== 0) process.exit(built);

process.exitCode = await runRooms({
  proxyArgs: ["src/proxy/main.ts"],
  env: process.env,
  open: (address) => address,
});
