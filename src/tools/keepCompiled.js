import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Preloaded into every process that a tool starts (children.ts). Node keeps the compiled code on disk, so that the next
 * start takes half as long. It also keeps it early, because a process that is killed does not.
 */
const earlyMs = 2_000;

enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/node", import.meta.url)));
setTimeout(() => flushCompileCache(), earlyMs).unref();
