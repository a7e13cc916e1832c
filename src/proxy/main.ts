import { openOutside } from "./outside.ts";
import { run } from "./run.ts";

await run(openOutside);
