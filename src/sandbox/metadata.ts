import type { World } from "./world.ts";

export interface Page {
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
}

/** The specification calls it get_metadata; the live service returns `_metadata` (LOFTY.md 5). */
export function metadata({ settings }: World, collection: string, page: Page): Record<string, unknown> {
  const next = page.offset + page.limit;
  const scrollId = next < page.total ? `sandbox-scroll-${next}` : "";
  return { [settings.shapes === "live" ? "_metadata" : "get_metadata"]: { collection, ...page, scrollId } };
}
