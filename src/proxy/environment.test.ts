import { expect, test } from "vitest";
import { readEnvironment, Refused } from "./environment.ts";

const passcode = { STAFF_PASSCODE: "open sesame" };
const oauth = {
  ...{ LOFTY_OAUTH_TOKEN_URL: "https://api.lofty.com/oauth/token", LOFTY_OAUTH_CLIENT_ID: "client" },
  ...{ LOFTY_OAUTH_CLIENT_SECRET: "secret", LOFTY_OAUTH_REFRESH_TOKEN: "refresh" },
};

test("no credential is sandbox mode, on this machine; an empty variable is none", () => {
  expect(readEnvironment({ LOFTY_API_KEY: "", SANDBOX_PORT: "8181" })).toMatchObject({
    ...{
      mode: "sandbox",
      LOFTY_BASE_URL: "http://127.0.0.1:8181",
      authorization: "token sandbox-key",
      HOST: "127.0.0.1",
    },
  });
});

test.each([
  [{ LOFTY_API_KEY: "eyJ.a-b_c" }, "token eyJ.a-b_c"],
  [{ LOFTY_ACCESS_TOKEN: "abc" }, "Bearer abc"],
  [
    { ...oauth, LOFTY_OAUTH_CLIENT_AUTH: "basic" },
    expect.objectContaining({ clientAuth: "basic", refreshToken: "refresh" }),
  ],
])("%j goes to Lofty with its own word", (credential, authorization) => {
  const env = readEnvironment({ ...passcode, ...credential });
  expect(env).toMatchObject({ mode: "lofty", LOFTY_BASE_URL: "https://api.lofty.com", authorization });
});

test.each([
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
    { LOFTY_BASE_URL: "http://127.0.0.1.example.com" },
    "LOFTY_BASE_URL: must be https",
  ],
  ["no address", { LOFTY_BASE_URL: "lofty" }, "LOFTY_BASE_URL: not a URL"],
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
  ["slower than time", { FOYER_TIME_SCALE: "0.5" }, "FOYER_TIME_SCALE"],
  ["a port of words", { PORT: "http" }, "PORT: not understood"],
  ["a trusted proxy by name", { TRUST_PROXY: "true" }, "TRUST_PROXY: not understood"],
  ["half a proxy", { TRUST_PROXY: "0.5" }, "TRUST_PROXY: how many"],
])("%s is refused in one line", (_name, variables, line) => {
  const refusal = (() => {
    try {
      return readEnvironment(variables);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(Refused);
  expect((refusal as Error).message).toContain(line);
  expect((refusal as Error).message).not.toContain("\n");
});
