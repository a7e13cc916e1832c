import type { JsonObject } from "./exactJson.ts";
import type { World } from "./world.ts";

/** A request as a route gets it: authorized and parsed, with an object as body. */
export interface Call {
  readonly world: World;
  /** The numeric id in the path; 0 if there is none. */
  readonly id: bigint;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}
