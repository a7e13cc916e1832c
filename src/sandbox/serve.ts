import { toAnswer, type Answer } from "./answer.ts";
import { authorise } from "./authorise.ts";
import { isObject, type Json, parseExact } from "./exactJson.ts";
import { findRoute } from "./findRoute.ts";
import { giveToken } from "./giveToken.ts";
import { record, schemeOf } from "./ledger.ts";
import { rateLimit } from "./rateLimit.ts";
import { gateway, invalid, type Refusal } from "./reply.ts";
import { type Job, runWithFaults } from "./runWithFaults.ts";
import type { World } from "./world.ts";

interface Asked {
  readonly request: Request;
  readonly url: URL;
  readonly text: string;
}

/** Handles a request to one of the CRM's routes. */
export async function serve(world: World, request: Request, url: URL): Promise<Answer> {
  const asked = { request, url, text: await request.text() };
  const { method, headers } = request;
  const entry = record(world.ledger, {
    at: new Date(world.now()).toISOString(),
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    auth: schemeOf(headers.get("authorization")),
    body: isTokenRoute(asked) ? withoutSecrets(asked.text) : (parsed(asked.text)?.json ?? (asked.text || undefined)),
  });
  const { headers: limits, refusal } = rateLimit(world);
  const job = refusal ?? (isTokenRoute(asked) ? tokenJob(world, asked) : jobFor(world, asked));
  const answer = "run" in job ? await runWithFaults(world, job, entry) : toAnswer(job, world.settings);
  if (answer.way === "whole") entry.status = answer.status;
  return { ...answer, headers: { ...limits, ...answer.headers } };
}

function jobFor(world: World, { request, url, text }: Asked): Job | Refusal {
  const { method, headers } = request;
  const refused = authorise(world, headers.get("authorization")) ?? wrongContentType(world, request);
  if (refused !== undefined) return refused;
  const route = findRoute(method, url.pathname);
  if (!("run" in route)) return route;
  const { kind, run, id } = route;
  const body = method === "GET" ? { json: {} } : parsed(text);
  if (!isObject(body?.json)) return invalid("JSON parse error");
  const call = { world, id, query: url.searchParams, body: body.json };
  return { kind, run: () => run(call) };
}

/** The Content-Type is required for every method (LOFTY.md 1). */
function wrongContentType({ settings }: World, { method, headers }: Request): Refusal | undefined {
  const isJson = /^application\/json\s*(;|$)/i.test(headers.get("content-type") ?? "");
  if (isJson || settings.contentTypeCheck === "off") return undefined;
  return method === "GET"
    ? gateway(415, undefined, "Unsupported Media Type")
    : gateway(400, 20001, "Content-type must be: application/json");
}

const tokenPaths = ["/oauth/token", "/api/user-web/oauth/token"];
const isTokenRoute = ({ request, url }: Asked) => request.method === "POST" && tokenPaths.includes(url.pathname);

function tokenJob(world: World, { request: { headers }, text }: Asked): Job | Refusal {
  if (!(headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded"))
    return gateway(415, undefined, "Unsupported Media Type");
  return { kind: "token", run: () => giveToken(world, new URLSearchParams(text), headers.get("authorization")) };
}

function parsed(text: string): { json: Json } | undefined {
  try {
    return { json: parseExact(text) };
  } catch {
    return undefined;
  }
}

function withoutSecrets(form: string): Json {
  const shown = [...new URLSearchParams(form)].map(([name, value]) => [name, name === "grant_type" ? value : "…"]);
  return Object.fromEntries(shown) as Json;
}
