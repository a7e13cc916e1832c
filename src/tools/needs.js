/**
 * Runs first in every npm script and prints one line if something is missing. It must also load on a Node that cannot
 * parse TypeScript. `npm ci` installs Node 24 (the dev dependency `node`), and npm scripts then run on it.
 */
import { existsSync } from "node:fs";

const root = new URL("../../", import.meta.url);
const stop = (line) => {
  console.error(line);
  process.exit(1);
};

const has = (name) => existsSync(new URL(`node_modules/${name}/package.json`, root));
if (!has("hono")) stop("foyer: nothing is installed yet. Type: npm ci");
if (!has("vite")) stop("foyer: the development packages were left out. Type: npm ci --include=dev");
const isTooOld = Number(process.versions.node.split(".")[0]) < 24;
if (isTooOld && !existsSync(new URL("node_modules/node/bin/node", root)))
  stop("foyer: Node 24 was left out, as npm ci --ignore-scripts does. Type: npm rebuild node");
if (isTooOld)
  stop(`foyer: needs Node 24, this is ${process.version}. Use npm (npm start, npm test): npm ci brings Node 24 along.`);
