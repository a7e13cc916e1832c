import { expect, test } from "vitest";
import { created, replyOf } from "./answer.ts";

const now = Date.UTC(2026, 10, 23, 9);
const outcome = (status: number, text: string, headers: Record<string, string> = {}) =>
  created(replyOf(status, new Headers(headers), text, now));

test.each([
  [200, '{"leadId":651095960136641}', "651095960136641"],
  [200, '{"leadId":1738234566814937089}', "1738234566814937089"],
  [200, '{"leadId":"1738234566814937089"}', "1738234566814937089"],
  [200, '{"data":{"leadId":7}}', "7"],
  [201, '{"status":{"code":0},"data":{"leadId":7}}', "7"],
])("%i %s: delivered, with the exact digits of the id", (status, text, leadId) => {
  expect(outcome(status, text)).toEqual({ kind: "delivered", leadId });
});

test.each([
  [400, '{"code":20012,"message":"Invalid parameter"}', "crm-20012"],
  [400, '{"code":"PARAM_FIRST_NAME_FILL","message":"…"}', "crm-PARAM_FIRST_NAME_FILL"],
  [404, '{"message":"BaseApplicationException:errorCode=20006,errorMsg=Lead not exist"}', "crm-20006"],
  [403, '{"code":200100,"message":"no permission"}', "crm-200100"],
  [400, '"just a text"', "http-400"],
  [400, '{"code":200057,"message":"Invalid value: rate limit"}', "crm-200057"],
  [400, '{"message":"Invalid value: Corporate Limited"}', "http-400"],
])("%i %s: refused", (status, text, reason) => {
  expect(outcome(status, text)).toEqual({ kind: "refused", status, reason });
});

test.each([403, 404, 405, 406, 413, 418, 451])(
  "%i without JSON: blocked, because it does not come from Lofty",
  (status) => {
    for (const text of ["", "<html>Forbidden</html>", "Request blocked. Incident 7"])
      expect(outcome(status, text)).toEqual({ kind: "blocked", reason: `http-${status}` });
  },
);

test.each(['{"message":"Forbidden"}', '{"Message":"User is not authorized"}', '"Forbidden"', "{}"])(
  "403 %s: blocked, because Lofty's own has a code",
  (text) => {
    expect(outcome(403, text)).toEqual({ kind: "blocked", reason: "http-403" });
  },
);

test("408 comes from a load balancer too, after Lofty stored the lead: the outcome is unknown", () => {
  expect(outcome(408, "")).toEqual({ kind: "unknown", reason: "http-408" });
});

test.each([
  [401, ""],
  [401, '{"code":"BAD_CREDENTIALS"}'],
  [400, '{"code":200058,"message":"User in token does not exist."}'],
  [400, '{"code":20004}'],
])("%i %s: concerns our credential", (status, text) => {
  expect(outcome(status, text)).toEqual({ kind: "credentials" });
});

test.each([
  [200, "", "not-json"],
  [200, "<html>Sign in</html>", "not-json"],
  [200, '{"leadId":17382', "not-json"],
  [200, "{}", "no-lead-id"],
  [200, "[]", "no-lead-id"],
  [200, '{"leadId":0}', "no-lead-id"],
  [200, '{"leadId":-7}', "no-lead-id"],
  [200, '{"leadId":null}', "no-lead-id"],
  [200, '{"leadId":{"id":7}}', "no-lead-id"],
  [200, '{"code":0,"message":"ok"}', "no-lead-id"],
  [200, '{"status":{"code":300011,"msg":"This email address already exists as a lead"}}', "crm-300011"],
  [200, '{"code":20012,"message":"Invalid parameter"}', "crm-20012"],
  [400, '{"code":20012,"leadId":651095960136641}', "http-400"],
  [409, '{"code":1,"data":{"leadId":651095960136641}}', "http-409"],
  [400, '{"message":"BaseApplicationException:errorCode=20005"}', "http-400"],
  [302, "", "http-302"],
  [500, '{"message":"BaseApplicationException:errorCode=20005"}', "http-500"],
  [502, "<html>Bad Gateway</html>", "http-502"],
  [504, "", "http-504"],
])("%i %s: outcome unknown", (status, text, reason) => {
  expect(outcome(status, text)).toEqual({ kind: "unknown", reason });
});

const inSeconds = (seconds: number) => String(now / 1000 + seconds);
test.each([
  [{ "x-ratelimit-reset": inSeconds(20) }, 20_000],
  [{ "x-ratelimit-reset": String(now + 20_000) }, 20_000],
  [{ "x-ratelimit-reset": "20" }, 20_000],
  [{ "x-ratelimit-reset": "20000" }, 20_000],
  [{ "x-ratelimit-reset": "21000000" }, 60_000],
  [{ "x-ratelimit-reset": "soon" }, 60_000],
  [{ "retry-after": "7", "x-ratelimit-reset": inSeconds(20) }, 7_000],
  [{ "retry-after": "300" }, 300_000],
  [{ "retry-after": "86400" }, 600_000],
  [{ "retry-after": new Date(now + 120_000).toUTCString() }, 120_000],
  [{ "retry-after": new Date(now + 86_400_000).toUTCString() }, 600_000],
  [{ "retry-after": new Date(now + 120_000).toUTCString(), date: new Date(now + 90_000).toUTCString() }, 30_000],
  [{ "retry-after": new Date(now - 5_000).toUTCString(), "x-ratelimit-reset": "20" }, 20_000],
  [{ "retry-after": "soon" }, 60_000],
  [{}, 60_000],
])("429 with %j: waits", (headers, waitMs) => {
  const limited = { kind: "unsent", reason: "rate-limited", waitMs };
  expect(outcome(429, '{"message":"Too Many Requests"}', headers)).toEqual(limited);
  expect(outcome(400, '{"message":"invalid token, rate-limited, or package quota exceeded"}', headers)).toEqual(
    limited,
  );
});
