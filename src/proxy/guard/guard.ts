import { parseExact } from "#lead/wire.ts";
import { problem } from "../problem.ts";

const mostBytes = 64 * 1024;
const deepest = 8;
const mostKeys = 1000;
const mostItems = 100;
/** Names that reach an object's prototype in careless code; ours has none, and refuses them all the same. */
const poison = new Set(["__proto__", "constructor", "prototype"]);

/**
 * A state change is taken from our own pages and from programs, never from another site's page. What the browser says
 * of the site no page can change; a browser that says nothing of it names the page's origin.
 */
export function fromForeignSite(request: Request, ownOrigins: readonly string[]): boolean {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null && site !== "none") return site !== "same-origin";
  return origin !== null && !ownOrigins.includes(origin);
}

/** Reads a JSON body within its limits; the refusal otherwise. */
export async function readJson(request: Request): Promise<{ readonly body: unknown } | Response> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type) || /charset=(?!"?utf-8\b)/i.test(type))
    return problem(415, "not-json", "Send application/json");
  if (request.headers.has("content-encoding")) return problem(415, "not-json", "Send it uncompressed");
  let body: unknown;
  try {
    const bytes = await readUpTo(request, mostBytes);
    if (bytes === undefined) return problem(413, "too-large", "At most 64 KiB");
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
  // Node reads no more than was declared, and a body read whole costs far less than as a stream.
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
