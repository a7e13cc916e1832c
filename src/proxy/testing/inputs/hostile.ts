import { one, type Case } from "./case.ts";

/** Injections are text like any other: stored unchanged and never executed; views escape them. */
const injections = [
  ...[
    "' OR 1=1 --",
    "'; DROP TABLE x;--",
    '" OR ""="',
    "1;SELECT pg_sleep(9)",
    "${7*7}",
    "{{7*7}}",
    "<%= 7*7 %>",
    "#{7*7}",
    "$where: 1",
  ],
  ...[
    "<script>alert(1)</script>",
    "<img src=x onerror=a()>",
    "javascript:alert(1)",
    "=1+1",
    "@SUM(A1)",
    "+1+1",
    "-1+1",
    "=cmd|'/C calc'!A0",
  ],
  ...[
    "../../etc/passwd",
    "..\\..\\win.ini",
    "file:///etc/passwd",
    "http://169.254.169.254/",
    "http://[::1]:22/",
    "%00",
    "%0d%0aX: y",
    "\\u0000",
  ],
  ...["() { :; }; echo", "`id`", "$(id)", "| id", "{{address}}", "{host}", "-- foyer", "__proto__", "constructor"],
];
const fields = ["firstName", "lastName", "tagsAdd.0", "source", "content"] as const;
const notUrls = [
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "//example.com",
  "example.com",
  "ftp://example.com",
];

/**
 * Twelve bodies that reach a prototype in careless code. They are JSON texts, because an object literal would interpret
 * these keys.
 */
const poison = ["__proto__", "constructor", "prototype"].flatMap((key): readonly (readonly [string, string])[] => [
  [`{"firstName":"A","${key}":{"polluted":true}}`, key],
  [`{"firstName":"A","inquiry":{"${key}":{"polluted":true}}}`, `inquiry.${key}`],
  [`{"firstName":"A","leadFamilyMemberList":[{"firstName":"B","${key}":1}]}`, `leadFamilyMemberList.0.${key}`],
  [`{"firstName":"A","customAttributeList":[{"${key}":{"${key}":1}}]}`, `customAttributeList.0.${key}`],
]);

export const hostile: readonly Case[] = [
  ...fields.flatMap((path) =>
    injections
      .filter((text) => path !== "firstName" || text.length <= 30)
      .map((text) => one(path, text, { [path]: text })),
  ),
  ...notUrls.map((url) => one("property", { city: "A", siteListingUrl: url }, ["property.siteListingUrl", "format"])),
  one(
    "property",
    { city: "A", siteListingUrl: "http://169.254.169.254/x" },
    { "property.siteListingUrl": "http://169.254.169.254/x" },
  ),
  one("leadTransaction", { transactionName: "Sale <b>" }, ["leadTransaction.transactionName", "format"]),
  ...poison.map(([text, path]): Case => ({ name: text, lead: JSON.parse(text) as unknown, expect: [path, "unknown"] })),
];
