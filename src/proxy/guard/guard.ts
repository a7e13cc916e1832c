import { parseExact } from "#lead/wire.ts";
import { problem } from "../http/problem.ts";

const mostBytes = 64 * 1024;
/** A station may hold a photo. */
export const mostOfStation = 160 * 1024;
const deepest = 8;
const mostKeys = 1000;
const mostItems = 100;
/** Keys that can change an object's prototype in careless code. Our code is not affected, but refuses them. */
const poison = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Returns true when another site's page sent the request. State changes are allowed only from our own pages and from
 * programs. A page cannot change Sec-Fetch-Site; a browser without that header sends the page's origin.
 */
export function fromForeignSite(request: Request, ownOrigins: readonly string[]): boolean {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null && site !== "none") return site !== "same-origin";
  return origin !== null && !ownOrigins.includes(origin);
}

/** Reads a JSON body. Returns the refusal when it exceeds the limits or is invalid. */
export async function readJson(request: Request, most = mostBytes): Promise<{ readonly body: unknown } | Response> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type) || /charset=(?!"?utf-8\b)/i.test(type))
    return problem(415, "not-json", "Send application/json");
  if (request.headers.has("content-encoding")) return problem(415, "not-json", "Send it uncompressed");
  let body: unknown;
  try {
    const bytes = await readUpTo(request, most);
    if (bytes === undefined) return problem(413, "too-large", `At most ${most / 1024} KiB`);
    body = parseExact(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return problem(400, "not-json", "The body is not JSON");
  }
  if (!fits(body)) return problem(400, "too-complex", "Too deep, or too many keys or items");
  const poisoned = search(body);
  if (poisoned === undefined) return { body };
  return problem(422, "lead-wrong", "The body cannot be kept", {
    issues: [{ path: poisoned, code: "unknown", message: `${poisoned}: unknown` }],
  });
}

async function readUpTo(request: Request, most: number): Promise<ArrayBuffer | Uint8Array | undefined> {
  // Node reads at most the declared length, and reading a body at once is much faster than a stream.
  const declared = request.headers.get("content-length");
  if (declared !== null) return Number(declared) > most ? undefined : request.arrayBuffer();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size > most) return undefined;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/** Parses JSON from outside that did not come as a body of its own. Throws when it exceeds the limits of a body. */
export function parseSafely(bytes: Uint8Array): unknown {
  const value = parseExact(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (!fits(value) || search(value) !== undefined) throw new Error("not safe");
  return value;
}

function search(value: unknown, path = ""): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = path === "" ? key : `${path}.${key}`;
    const found = poison.has(key) ? here.replace(/^lead\./, "") : search(inner, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fits(body: unknown): boolean {
  let keys = 0;
  const look = (value: unknown, depth: number): boolean => {
    if (typeof value !== "object" || value === null) return true;
    if (depth > deepest || (Array.isArray(value) && value.length > mostItems)) return false;
    const inner = Object.values(value);
    keys += inner.length;
    return keys <= mostKeys && inner.every((item) => look(item, depth + 1));
  };
  return look(body, 1);
}
