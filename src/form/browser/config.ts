import { ask } from "./api.ts";
import { keep, recall } from "./device.ts";
import { pageData, settled, type Config } from "./pageData.ts";

const key = "config";
let asked: Promise<Config | undefined> | undefined;

/**
 * The proxy's configuration. Requested once per page load; the last known one if the proxy cannot be reached, so that a
 * kiosk stays locked. Undefined if none is known.
 */
export function config(): Promise<Config | undefined> {
  const page = pageData();
  if (import.meta.env.SSR) return settled(page?.config);
  return (asked ??= page
    ? settled(kept(page.config))
    : ask<Config>("GET", "/api/config").then(kept, () => recall(key)));
}

function kept(config: Config): Config {
  keep(key, config);
  return config;
}
