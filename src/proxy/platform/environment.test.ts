import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readEnvironment, Refused } from "./environment.ts";

const passcode = { STAFF_PASSCODE: "open sesame" };
const key = { ...passcode, LOFTY_API_KEY: "key" };
const oauth = {
  LOFTY_OAUTH_TOKEN_URL: "https://api.lofty.com/oauth/token",
  LOFTY_OAUTH_CLIENT_ID: "client",
  LOFTY_OAUTH_CLIENT_SECRET: "secret",
  LOFTY_OAUTH_REFRESH_TOKEN: "refresh",
};

const kioskKey = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });

test("the keys of kiosks: one or a list, with the parts that are needed", () => {
  const written = JSON.stringify({ ...kioskKey, alg: "ECDH-ES" });
  for (const keys of [written, `[${written}]`])
    expect(readEnvironment({ KIOSK_KEYS: keys }).KIOSK_KEYS).toEqual([kioskKey]);
});

test("no credential: sandbox mode on this machine; an empty variable counts as unset", () => {
  expect(readEnvironment({ LOFTY_API_KEY: "", SANDBOX_PORT: "8181" })).toMatchObject({
    mode: "sandbox",
    LOFTY_BASE_URL: "http://127.0.0.1:8181",
    authorization: "token sandbox-key",
    HOST: "127.0.0.1",
  });
});

test.each([
  [{ LOFTY_API_KEY: "eyJ.a-b_c" }, "token eyJ.a-b_c"],
  [{ LOFTY_ACCESS_TOKEN: "abc" }, "Bearer abc"],
  [
    { ...oauth, LOFTY_OAUTH_CLIENT_AUTH: "basic" },
    expect.objectContaining({ clientAuth: "basic", refreshToken: "refresh" }),
  ],
])("%j: Lofty, with the right authorization scheme", (credential, authorization) => {
  const env = readEnvironment({ ...passcode, ...credential });
  expect(env).toMatchObject({ mode: "lofty", LOFTY_BASE_URL: "https://api.lofty.com", authorization });
});

test.each([
  ["https://desk.example.com", "https://desk.example.com"],
  ["HTTPS://Desk.Example.com:443/", "https://desk.example.com"],
  ["http://192.168.1.5:80", "http://192.168.1.5"],
  ["http://[::1]:8080", "http://[::1]:8080"],
])("the origin %s becomes %s, as browsers write it", (written, origin) => {
  expect(readEnvironment({ PUBLIC_ORIGIN: written }).PUBLIC_ORIGIN).toBe(origin);
});

test("a CRM behind a gateway may have a path", () => {
  const { LOFTY_BASE_URL } = readEnvironment({ ...key, LOFTY_BASE_URL: "https://gateway.example.com/crm/" });
  expect(LOFTY_BASE_URL).toBe("https://gateway.example.com/crm");
});

test.each<readonly [string, NodeJS.ProcessEnv, string]>([
  ["no passcode", { LOFTY_API_KEY: "key" }, "STAFF_PASSCODE is required"],
  ["two credentials", { ...passcode, LOFTY_API_KEY: "key", LOFTY_ACCESS_TOKEN: "token" }, "set one of"],
  ["a line end in the key", { ...passcode, LOFTY_API_KEY: "key\r\nX-A: b" }, "LOFTY_API_KEY: has characters"],
  [
    "Lofty without TLS",
    { ...passcode, LOFTY_API_KEY: "key", LOFTY_BASE_URL: "http://api.lofty.com" },
    "LOFTY_BASE_URL: must be https",
  ],
  [
    "a machine that only looks like this one",
    { ...key, LOFTY_BASE_URL: "http://127.0.0.1.example.com" },
    "LOFTY_BASE_URL: must be https",
  ],
  ["no address", { ...key, LOFTY_BASE_URL: "lofty" }, "LOFTY_BASE_URL: not a URL"],
  ["a user in it", { ...key, LOFTY_BASE_URL: "https://user:secret@crm.example.com" }, "LOFTY_BASE_URL: no user"],
  ["a question", { ...key, LOFTY_BASE_URL: "https://api.lofty.com/?x=1" }, "LOFTY_BASE_URL: ends before"],
  ["a place", { ...key, LOFTY_BASE_URL: "https://api.lofty.com#x" }, "LOFTY_BASE_URL: ends before"],
  ["the version", { ...key, LOFTY_BASE_URL: "https://api.lofty.com/v1.0" }, "LOFTY_BASE_URL: leave out the version"],
  [
    "a CRM without its credential",
    { LOFTY_BASE_URL: "https://api.lofty.com" },
    "LOFTY_BASE_URL: set LOFTY_API_KEY, LOFTY_",
  ],
  ["the same on this machine", { LOFTY_BASE_URL: "http://127.0.0.1:8081" }, "LOFTY_BASE_URL: set LOFTY_API_KEY"],
  ["OAuth without its address", { ...passcode, ...oauth, LOFTY_OAUTH_TOKEN_URL: "" }, "LOFTY_OAUTH_TOKEN_URL: needed"],
  [
    "an OAuth client's name alone",
    { LOFTY_OAUTH_CLIENT_ID: "client" },
    "LOFTY_OAUTH_TOKEN_URL, LOFTY_OAUTH_CLIENT_SECRET, LOFTY_OAUTH_REFRESH_TOKEN: needed",
  ],
  ["OAuth's way alone", { LOFTY_OAUTH_CLIENT_AUTH: "basic" }, "LOFTY_OAUTH_TOKEN_URL, "],
  ["a key and half an OAuth client", { ...key, LOFTY_OAUTH_CLIENT_ID: "client" }, "LOFTY_OAUTH_TOKEN_URL, "],
  [
    "the word token",
    { ...passcode, LOFTY_API_KEY: "token abc" },
    'LOFTY_API_KEY: has characters no token has; the word "token"',
  ],
  [
    "tokens without TLS",
    { ...passcode, ...oauth, LOFTY_OAUTH_TOKEN_URL: "http://crm.lofty.com/token" },
    "LOFTY_OAUTH_TOKEN_URL: must be https",
  ],
  [
    "half an OAuth client",
    { ...passcode, ...oauth, LOFTY_OAUTH_CLIENT_SECRET: "" },
    "LOFTY_OAUTH_CLIENT_SECRET: needed",
  ],
  [
    "a way of its own",
    { ...passcode, ...oauth, LOFTY_OAUTH_CLIENT_AUTH: "query" },
    "LOFTY_OAUTH_CLIENT_AUTH: not understood",
  ],
  ["Lofty in a hurry", { ...passcode, LOFTY_API_KEY: "key", FOYER_TIME_SCALE: "10" }, "FOYER_TIME_SCALE"],
  [
    "Lofty by another spelling",
    { ...key, LOFTY_BASE_URL: "https://API.Lofty.com.", FOYER_TIME_SCALE: "2" },
    "FOYER_TIME_SCALE",
  ],
  ["slower than time", { FOYER_TIME_SCALE: "0.5" }, "FOYER_TIME_SCALE"],
  ["a port of words", { PORT: "http" }, "PORT: not understood"],
  ["a trusted proxy by name", { TRUST_PROXY: "true" }, "TRUST_PROXY: not understood"],
  ["half a request", { CLIENT_RATE_PER_MINUTE: "0.5" }, "CLIENT_RATE_PER_MINUTE: a whole number"],
  ["a blank passcode", { STAFF_PASSCODE: "       " }, "STAFF_PASSCODE: 6 to 200"],
  ["a passcode to guess", { STAFF_PASSCODE: "12345" }, "STAFF_PASSCODE: 6 to 200"],
  ["a passcode nobody can send", { STAFF_PASSCODE: "x".repeat(201) }, "STAFF_PASSCODE: 6 to 200"],
  ["a blank token", { METRICS_TOKEN: " " }, "METRICS_TOKEN: ASCII"],
  ["another database", { DATABASE_URL: "mysql://x/y" }, "DATABASE_URL: an address like postgres://"],
  ["no database", { DATABASE_URL: "postgres://x:99999/y" }, "DATABASE_URL: an address like postgres://"],
  ...[
    "desk.example.com",
    "desk.example.com:443",
    "ftp://desk.example.com",
    "https://desk.example.com/form",
    "https://a@b.example.com",
    "https://desk.example.com?",
    "*",
  ].map(
    (origin) => [`the origin ${origin}`, { PUBLIC_ORIGIN: origin }, "PUBLIC_ORIGIN: scheme and host alone"] as const,
  ),
  ...["secret-canary", "{}", '["secret-canary"]', JSON.stringify({ ...kioskKey, x: kioskKey.y }), "[1]"].map(
    (keys) => [`kiosks' keys ${keys}`, { KIOSK_KEYS: keys }, "KIOSK_KEYS: a private JWK (EC, P-256)"] as const,
  ),
  ["half a proxy", { TRUST_PROXY: "0.5" }, "TRUST_PROXY: how many"],
])("%s: refused with one line", (_name, variables, line) => {
  const refusal = (() => {
    try {
      return readEnvironment(variables);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(Refused);
  expect((refusal as Error).message).toContain(line);
  expect((refusal as Error).message).not.toMatch(/\n|secret-canary/);
});

test.each(["0.0.0.0", "::", "192.168.1.5", "desk.example.com"])("HOST=%s is refused without a passcode", (HOST) => {
  expect(() => readEnvironment({ HOST })).toThrow(`STAFF_PASSCODE is required with HOST=${HOST}`);
  expect(readEnvironment({ HOST, STAFF_PASSCODE: "sample-passcode" }).HOST).toBe(HOST);
});
