import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { expect, type Foyer } from "../foyer.ts";
import { found } from "./encodings.ts";

/** Personal data that must not appear in logs, metrics or refusals. */
export const people = {
  name: "Canaria Quillfeather",
  email: "canaria.quillfeather@example.com",
  phone: "4155550187",
  note: "canary-note: wants a garden",
  tag: "canary-tag",
} as const;

const file = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? file(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Returns everything that a client can see, by name. */
export async function everyAnswer(
  foyer: Foyer,
  passcode: string,
  context: BrowserContext,
): Promise<Map<string, Buffer>> {
  const seen = new Map<string, Buffer>();
  const keep = (name: string, headers: object, body: Buffer) =>
    seen.set(`${name} ${seen.size}`, Buffer.concat([Buffer.from(`${JSON.stringify(headers)}\n`), body]));
  let cookie = "";
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    const answer = await fetch(foyer.url + path, {
      method,
      redirect: "manual",
      headers: { ...json, cookie, "idempotency-key": randomUUID(), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    // Without the session cookie, which is meant for the client.
    const told = [...answer.headers].filter(([name]) => name !== "set-cookie");
    keep(`${method} ${path}`, told, Buffer.from(await answer.arrayBuffer()));
    return answer;
  };
  const lead = {
    firstName: "Canaria",
    lastName: "Quillfeather",
    emails: [people.email],
    phones: [people.phone],
    content: people.note,
    tagsAdd: [people.tag],
  };
  const submission = (more: object, station = "front-desk") => ({
    station,
    capturedAt: new Date().toISOString(),
    lead: { ...lead, ...more },
  });

  for (const path of ["/api/stations", "/api/outbox", "/metrics", "/api/leads", "/api/nowhere"]) await ask("GET", path);
  await ask("POST", "/api/leads", submission({}));
  await ask("POST", "/api/session", { passcode: `${people.note}` });
  const signedIn = await ask("POST", "/api/session", { passcode });
  cookie = /^[^;]+/.exec(signedIn.headers.get("set-cookie") ?? "")?.[0] ?? "";
  expect(signedIn.status).toBe(204);
  for (const more of [
    {},
    { lastName: people.note.repeat(3) },
    { [people.name]: 1 },
    { phones: [people.email] },
    { stage: "x" },
  ])
    await ask("POST", "/api/leads", submission(more));
  await ask("POST", "/api/leads", `{"lead": "${people.note}`);
  await ask("POST", "/api/leads", submission({ content: people.note.repeat(5_000) }));
  await ask("POST", "/api/leads", submission({}), { "idempotency-key": people.note });
  await ask("POST", "/api/leads", submission({}), { origin: "https://evil.example.com" });
  await ask("POST", "/api/duplicates", { emails: [people.email], phones: [people.phone, people.note] });
  await ask("GET", `/api/leads/${encodeURIComponent(people.name)}`);
  await ask("GET", `/${encodeURIComponent(people.note)}?${new URLSearchParams(people)}`);
  await ask("GET", "/api/vocabulary");
  await ask("POST", "/api/stations/kiosk/link", {});
  for (const path of [
    "/",
    "/api/config",
    "/api/stations",
    "/api/today",
    "/api/outbox",
    "/api/open",
    "/healthz",
    "/readyz",
    "/metrics",
  ])
    await ask("GET", path);
  for (const path of file("dist")) await ask("GET", path.slice("dist".length));

  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: foyer.url, httpOnly: true, sameSite: "Strict" }]);
  const page = await context.newPage();
  const bodies: Promise<void>[] = [];
  page.on("response", (response) => {
    const body = response.body().catch(() => Buffer.alloc(0));
    bodies.push(body.then((bytes) => void keep(response.url(), response.headers(), bytes)));
  });
  for (const path of [
    "/",
    "/s/front-desk/contact",
    "/kiosk/kiosk",
    "/outbox",
    "/today",
    "/settings",
    "/embed/website",
  ]) {
    await page.goto(foyer.url + path);
    await page.waitForLoadState("networkidle");
    const storage = await page.evaluate(() =>
      JSON.stringify([document.documentElement.outerHTML, { ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    keep(`page ${path}`, {}, Buffer.from(storage));
  }
  await Promise.all(bodies);
  return seen;
}

/** Returns where and in which encoding any of the secrets appears. */
export const hunt = (secrets: readonly string[], places: Iterable<readonly [string, Buffer]>): readonly string[] =>
  [...places].flatMap(([place, bytes]) =>
    secrets.flatMap((secret) => found(secret, bytes).map((how) => `${secret.slice(0, 12)}… in ${place}, ${how}`)),
  );

/** All files of the database folder. */
export const onDisk = (folder: string): Map<string, Buffer> =>
  new Map(file(folder).map((path) => [path, readFileSync(path)]));
