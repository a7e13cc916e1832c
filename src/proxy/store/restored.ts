import type { Driver } from "./driver/driver.ts";
import { keptIn, type Kept } from "./kept.ts";

/** In `kept` after a restore: "yes" until retention has run again. */
const name = "restored";

export const markRestored = (driver: Driver) => keptIn(driver).write(name, "yes");

/** Runs retention after a restore, before the proxy serves requests. If it fails now, housekeeping does it later. */
export async function tidyRestored(kept: Kept, tidy: () => Promise<boolean>): Promise<void> {
  if ((await kept.read(name)) === "yes" && (await tidy())) await kept.write(name, "no");
}
