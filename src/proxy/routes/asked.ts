import type { Context, MiddlewareHandler } from "hono";
import type * as z from "zod/mini";
import { codeOf, issuesOf } from "#lead/issue.ts";
import { readJson } from "../guard/guard.ts";
import { problem } from "../problem.ts";
import type { Sender } from "../intake/lines.ts";
import type { Who } from "../guard/sessions.ts";

/** What a request carries once it has passed the guard. */
export interface Asked {
  readonly Variables: { readonly who: Who; readonly sender: Omit<Sender, "sentAt"> };
}

export const staffOnly: MiddlewareHandler<Asked> = async (c, next) => {
  const { role } = c.get("who");
  if (role === "staff") return next();
  return role === "kiosk" ? problem(403, "staff-only", "Staff only") : problem(401, "not-signed-in", "Sign in first");
};

/** Does the work with the JSON body; a body out of its limits is refused. */
export async function withJson(c: Context, work: (body: unknown) => Response | Promise<Response>): Promise<Response> {
  const read = await readJson(c.req.raw);
  return read instanceof Response ? read : work(read.body);
}

/** Does the work with a body of exactly this shape. */
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
