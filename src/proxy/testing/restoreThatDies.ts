import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** `npm run restore` that ends by SIGKILL before the DIE_NTH call of renameSync. */
let left = Number(process.env["DIE_NTH"]);
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  if (--left === 0) process.kill(process.pid, "SIGKILL");
  while (left === 0);
  renameSync(from, to);
};
syncBuiltinESMExports();
await import("../restore.ts");
