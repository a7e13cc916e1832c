import { expect, test } from "vitest";
import type { OauthClient } from "../platform/environment.ts";
import { NoToken, oauth } from "./oauth.ts";
import type { Kept } from "../store/kept.ts";
import { keptIn } from "../store/kept.ts";
import { migrate } from "../store/migrations/migrate.ts";
import { openDatabase } from "../store/database/database.ts";

const client: OauthClient = {
  tokenUrl: "https://example.com/oauth/token",
  clientId: "client",
  clientSecret: "sample-secret",
  clientAuth: "body",
  refreshToken: "refresh-0",
};

/** A token endpoint that accepts each refresh token once and returns a new one. */
async function office(more: Partial<OauthClient> = {}, store?: Kept) {
  const driver = openDatabase(":memory:");
  await migrate(driver);
  const kept = store ?? keptIn(driver);
  const asked: { form: URLSearchParams; authorization: string | null }[] = [];
  const state = { at: 1_000_000, good: new Set(["refresh-0"]), answers: undefined as (() => Response) | undefined };
  const authorization = oauth({
    ...client,
    ...more,
    kept,
    now: () => state.at,
    after: (_ms, run) => {
      const timer = setTimeout(run, 2);
      return () => clearTimeout(timer);
    },
    timeScale: 1,
    transport: async (_url, { body, headers }) => {
      const form = new URLSearchParams(String(body));
      asked.push({ form, authorization: new Headers(headers).get("authorization") });
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (state.answers) return state.answers();
      if (!state.good.delete(form.get("refresh_token") ?? ""))
        return Response.json({ error: "invalid_grant" }, { status: 400 });
      const serial = `${store ? "again-" : ""}${asked.length}`;
      state.good.add(`refresh-${serial}`);
      return Response.json({
        access_token: `access-${serial}`,
        expires_in: 3600,
        refresh_token: `refresh-${serial}`,
      });
    },
  });
  return { authorization, asked, kept, driver, state };
}

test("one request for all waiting callers, none while the token is valid, a new one before it expires", async () => {
  const { authorization, asked, state } = await office();
  const headers = await Promise.all([authorization(), authorization(), authorization()]);
  expect(headers).toEqual(["Bearer access-1", "Bearer access-1", "Bearer access-1"]);
  state.at += 54 * 60_000;
  expect(await authorization()).toBe("Bearer access-1");
  state.at += 60_000;
  expect(await authorization()).toBe("Bearer access-2");
  expect(asked.map(({ form }) => form.get("refresh_token"))).toEqual(["refresh-0", "refresh-1"]);
});

test("a rejected token is renewed once, however many requests failed with it", async () => {
  const { authorization, asked } = await office();
  const rejected = await authorization();
  expect(await Promise.all([authorization(rejected), authorization(rejected)])).toEqual([
    "Bearer access-2",
    "Bearer access-2",
  ]);
  // A request that was sent with the old token and fails later gets the current one.
  expect(await authorization(rejected)).toBe("Bearer access-2");
  expect(asked).toHaveLength(2);
});

test("the new refresh token survives a restart, and the store contains no readable part of it", async () => {
  const first = await office();
  await first.authorization();
  const second = await office({}, first.kept);
  second.state.at = first.state.at + 3_600_000;
  second.state.good = first.state.good;
  expect(await second.authorization()).toBe("Bearer access-again-1");
  expect(second.asked[0]?.form.get("refresh_token")).toBe("refresh-1");
  const rows = JSON.stringify(await first.driver.query("SELECT * FROM kept"));
  expect(rows).not.toMatch(/refresh-|access-|sample-secret/);
});

test("a newly configured refresh token is used when the stored one is refused", async () => {
  const first = await office();
  await first.authorization();
  const second = await office({ refreshToken: "refresh-anew" }, first.kept);
  second.state.at = first.state.at + 3_600_000;
  second.state.good = new Set(["refresh-anew"]);
  expect(await second.authorization()).toBe("Bearer access-again-2");
});

test("two proxies with a rejected token: the slower one uses the token of the faster one", async () => {
  const first = await office();
  const rejected = await first.authorization();
  // The faster one stores its token only after the slower one was refused.
  const slowly: Kept = {
    ...first.kept,
    write: async (...row) => {
      await new Promise((resolve) => setTimeout(resolve, 6));
      return first.kept.write(...row);
    },
  };
  const [faster, slower] = [await office({}, slowly), await office({}, first.kept)];
  slower.state.good = faster.state.good = first.state.good;
  const headers = await Promise.all([faster.authorization(rejected), slower.authorization(rejected)]);
  expect(new Set(headers).size).toBe(1);
  expect(headers).not.toContain(rejected);
  expect([faster.asked.length, slower.asked.length]).toEqual([1, 1]);
});

test.each([
  ["body", { client_id: "client", client_secret: "sample-secret" }, null],
  ["basic", {}, `Basic ${btoa("client:sample-secret")}`],
] as const)("client authentication by %s", async (clientAuth, inForm, header) => {
  const { authorization, asked } = await office({ clientAuth });
  await authorization();
  expect(asked[0]?.authorization).toBe(header);
  expect(Object.fromEntries(asked[0]?.form ?? [])).toEqual({
    grant_type: "refresh_token",
    refresh_token: "refresh-0",
    ...inForm,
  });
});

test.each([
  ["refused", () => Response.json({ error: "invalid_client" }, { status: 401 }), true],
  ["down", () => new Response("<html>", { status: 503 }), false],
  [
    "sent elsewhere",
    () => new Response(null, { status: 302, headers: { location: "https://elsewhere.example.com" } }),
    false,
  ],
  ["a header of its own", () => Response.json({ access_token: "a\r\nx: y", expires_in: 60 }), false],
  ["nothing", () => Response.json({}), false],
])("%s: sends nothing without a token", async (_name, answers, refused) => {
  const { authorization, state } = await office();
  state.answers = answers;
  const error = await authorization().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NoToken);
  expect((error as NoToken).refused).toBe(refused);
});

test("a new refresh token that the store cannot take is kept until it can", async () => {
  const first = await office();
  let isFull = true;
  const kept: Kept = {
    ...first.kept,
    write: (name, value) => (isFull ? Promise.reject(new Error("disk full")) : first.kept.write(name, value)),
  };
  const { authorization, asked } = await office({}, kept);
  await expect(authorization()).rejects.toThrow("disk full");
  await expect(authorization()).rejects.toThrow("disk full");
  isFull = false;
  expect(await authorization()).toBe("Bearer access-again-1");
  // The refresh token is used up by the first request. Another one would be refused.
  expect(asked).toHaveLength(1);
});
