import type { Worker } from "node:worker_threads";
import { openOutside } from "../outside.ts";
import { run } from "../run.ts";

/** The real proxy as a process whose database thread ends at SIGUSR2. The code of the proxy is unchanged. */
process.on("worker", (thread: Worker) => process.on("SIGUSR2", () => void thread.terminate()));
await run(openOutside);
