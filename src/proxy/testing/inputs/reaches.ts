import { one, type Case } from "./case.ts";

/** Phones are stored as written. Without seven digits or letters they are refused as typing errors. */
const phones = [
  ...[
    "4155550134",
    "415-555-0134",
    "(415) 555-0134",
    "415.555.0134",
    "+1 415 555 0134",
    "+14155550134",
    "1 415 555 0134",
  ],
  ...[
    "+44 20 7946 0958",
    "+49 (0)30 123456",
    "+33 1 99 00 12 34",
    "+81 3-1234-5678",
    "+86 10 1234 5678",
    "+61 2 5550 1234",
  ],
  ...[
    "1-800-FLOWERS",
    "415 555 0134 x12",
    "415-555-0134 ext 9",
    "555 0134",
    "5550134",
    "\uFF14\uFF11\uFF15\uFF15\uFF15\uFF15\uFF10",
  ],
  ...["\u0660\u0661\u0662\u0663\u0664\u0665\u0666", "+1 (415) 555-0134", "011 44 20 7946 0958", "415/555/0134"],
];
const noPhones = [
  ...[
    "123456",
    "555",
    "0",
    "+",
    "()",
    "phone",
    "none",
    "n/a",
    "-------",
    "\u{1F4DE}",
    "call me",
    "FLOWERS",
    "++++++++",
    "12 34 5",
  ],
  ...[
    "415-555-0134 or 415-555-0199",
    "+1 415 555 0134 ext 12345",
    "4155550134\n4155550199",
    "123456789012345678901",
    "415\u0000555013",
  ],
];
const emails = [
  ...[
    "ann@example.com",
    "ann.lee@example.com",
    "ann+tag@example.com",
    "a@b.co",
    "ANN@EXAMPLE.COM",
    "ann_lee@example.co.uk",
  ],
  ...[
    "o'neil@example.com",
    "1234567890@example.com",
    "ann@sub.sub.example.com",
    "ann@example.museum",
    "ann-lee@ex-ample.com",
  ],
  ...[
    "\u00fcmit@example.com",
    "ann@b\u00fccher.example",
    "\u7528\u6237@\u4f8b\u5b50.\u4e2d\u56fd",
    "ann=x@example.com",
    "{ann}@example.com",
  ],
  ...["ann&lee@example.com", "ann%lee@example.com", "ann#1@example.com", "ann/lee@example.com", "ann!x@example.com"],
  `${"a".repeat(64)}@example.com`,
];
const noEmails = [
  ...[
    "ann",
    "ann@",
    "@example.com",
    "ann@example",
    "ann@@example.com",
    "ann@exa mple.com",
    "ann lee@example.com",
    "ann@example.com.",
  ],
  ...[
    "ann@example..",
    "ann@.",
    "ann example.com",
    "ann@example,com",
    "ann@example.com;bob@example.com",
    "<ann@example.com>",
  ],
  ...[
    '"ann"@example.com',
    "Ann Lee <ann@example.com>",
    "mailto:ann@@example.com",
    "ann@example.com\u0000",
    "ann@example.com\nbcc: x@y.zz",
  ],
  ...["none", "n/a", "-", "http://example.com", "ann@example.com, bob@example.com", `${"a".repeat(250)}@example.com`],
];

export const reaches: readonly Case[] = [
  ...phones.map((phone) => one("phones.0", phone, { "phones.0": phone })),
  ...noPhones.map((phone) =>
    one("phones.0", phone, ["phones.0", phone.length > 20 && !phone.includes("\n") ? "too-long" : "format"]),
  ),
  ...emails.map((email) => one("emails.0", email, { "emails.0": email.normalize("NFC") })),
  ...noEmails.map((email) => one("emails.0", email, ["emails.0", "format"])),
  one(
    "phones",
    Array.from({ length: 100 }, () => "4155550134"),
    { "phones.99": "4155550134" },
  ),
  one(
    "phones",
    Array.from({ length: 101 }, () => "4155550134"),
    400,
  ),
  one("emails", ["ann@example.com", "", null, " bob@example.com "], { emails: ["ann@example.com", "bob@example.com"] }),
];
