import type { MiddlewareHandler } from "hono";
import { problem } from "../http/problem.ts";

/** No address of ours has a NUL, and Postgres stores none: refuses it before any route looks it up. */
export const controlsInAddress: MiddlewareHandler = async (c, next) =>
  c.req.url.includes("%00") ? problem(404, "not-found", "No such address") : next();
