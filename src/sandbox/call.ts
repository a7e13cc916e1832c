import type { JsonObject } from "./exactJson.ts";
import type { World } from "./world.ts";

/** A request as a route sees it: let in, read, its body an object. */
export interface Call {
  readonly world: World;
  /** The numeric id in the path, where there is one. */
  readonly id: bigint;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}
