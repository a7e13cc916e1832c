import { afterAll, afterEach, expect, test } from "vitest";
import { startSandbox } from "./testing/startSandbox.ts";

const sandbox = await startSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.end());

const { ask, set } = sandbox;
const client = { client_id: "sandbox-client", client_secret: "sandbox-secret" };
const basic = `Basic ${Buffer.from("sandbox-client:sandbox-secret").toString("base64")}`;

interface Given {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

async function give(path: string, form: Record<string, string>, authorization?: string) {
  const answer = await fetch(sandbox.url + path, {
    method: "POST",
    headers: authorization === undefined ? {} : { authorization },
    body: new URLSearchParams({ grant_type: "refresh_token", ...form }),
  });
  return { status: answer.status, given: (await answer.json()) as Given };
}

test("a refresh token works once, and an access token works until it expires", async () => {
  const first = await give("/oauth/token", { ...client, refresh_token: "sandbox-refresh" });
  expect(first).toMatchObject({ status: 200, given: { expires_in: 3600, token_type: "Bearer" } });
  expect((await give("/oauth/token", { ...client, refresh_token: "sandbox-refresh" })).status).toBe(400);
  const { access_token: token, refresh_token: next } = first.given;

  const me = () => ask("/v1.0/me", { headers: { authorization: `Bearer ${token}` } });
  expect((await me()).status).toBe(200);
  await set({ tokenExpiresSeconds: 60 });
  sandbox.pass(61_000);
  expect((await me()).status).toBe(401);

  const second = await give("/api/user-web/oauth/token", { refresh_token: next }, basic);
  expect(second).toMatchObject({ status: 200, given: { expires_in: 60 } });
});

test.each([
  [{ ...client, client_secret: "wrong", refresh_token: "x" }, undefined, 401, "invalid_client"],
  [{ refresh_token: "x" }, "Basic eDp5", 401, "invalid_client"],
  [{ ...client, refresh_token: "unknown" }, undefined, 400, "invalid_grant"],
  [{ ...client, grant_type: "password" }, undefined, 400, "unsupported_grant_type"],
])("%j with %s is refused", async (form, authorization, status, error) => {
  expect(await give("/oauth/token", form, authorization)).toEqual({ status, given: { error } });
});

test("the request log contains no secrets", async () => {
  await give("/oauth/token", { ...client, refresh_token: "unknown" });
  expect((await ask("/sandbox/requests")).text).not.toMatch(/sandbox-secret|unknown/);
});
