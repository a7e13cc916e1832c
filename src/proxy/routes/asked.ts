import type { Context, MiddlewareHandler } from "hono";
import type * as z from "zod/mini";
import { codeOf, issuesOf } from "#lead/issue.ts";
import { readJson } from "../guard/guard.ts";
import { problem } from "../http/problem.ts";
import type { Sender } from "../intake/lines.ts";
import type { Inline } from "../guard/headers.ts";
import type { Who } from "../guard/who.ts";

/** The values that the guard adds to a request. */
export interface Asked {
  readonly Variables: {
    readonly who: Who;
    readonly sender: Omit<Sender, "sentAt" | "isImport">;
    readonly inline?: Inline;
    /** Any page may frame the response: it only says that the form is not for that page. */
    readonly framedByAny?: true;
    /** The session's device is revoked. */ readonly isRevoked?: true;
  };
}

export const staffOnly: MiddlewareHandler<Asked> = async (c, next) => {
  const { role } = c.get("who");
  if (role === "staff") return next();
  return role === "kiosk" ? problem(403, "staff-only", "Staff only") : problem(401, "not-signed-in", "Sign in first");
};

/** Runs `work` with the JSON body; refuses a body that exceeds the limits. */
export async function withJson(
  c: Context,
  work: (body: unknown) => Response | Promise<Response>,
  mostBytes?: number,
): Promise<Response> {
  const read = await readJson(c.req.raw, mostBytes);
  return read instanceof Response ? read : work(read.body);
}

/** Runs `work` with a body that matches the schema exactly; refuses other bodies. */
export const withBody = <Body>(
  c: Context,
  schema: z.ZodMiniType<Body>,
  work: (body: Body) => Response | Promise<Response>,
): Promise<Response> =>
  withJson(c, (json) => {
    const parsed = schema.safeParse(json, { error: codeOf });
    return parsed.success
      ? work(parsed.data)
      : problem(422, "request-wrong", "Not understood", { issues: issuesOf(parsed.error) });
  });
