import { expect, test } from "vitest";
import type { Kind } from "#lead/kinds.ts";
import { pasted } from "./pasted.ts";

test.each<readonly [Kind, string, readonly string[] | undefined]>([
  ["token", "one, two; three\nfour", ["one", "two", "three", "four"]],
  ["token", "Buyer / Seller", undefined],
  ["phone", "4155550134\r\n4155550135\r\n", ["4155550134", "4155550135"]],
  ["phone", "4155550134 / 4155550135", ["4155550134", "4155550135"]],
  ["phone", "415/555-0134", undefined],
  ["phone", "(415)\n555-0134", undefined],
  ["phone", "+1 415\n555 0134", undefined],
  ["phone", "415-555-0134\r\next. 12", undefined],
  ["phone", "415-555-0134\nAda Sample", undefined],
  ["phone", "415 555 0134", undefined],
  ["phone", "415-555-0134, ext. 12", undefined],
  ["phone", "030 / 555 01 34", undefined],
  ["email", "a@example.com b@example.com", ["a@example.com", "b@example.com"]],
  ["email", "a@example.com,b@example.com; c@example.com", ["a@example.com", "b@example.com", "c@example.com"]],
  ["email", "Ada <ada@example.com> Bob <bob@example.com>", ["Ada <ada@example.com>", "Bob <bob@example.com>"]],
  ["email", "Sample, Ada <ada@example.com>", undefined],
  ["email", "Ada\nada@example.com", ["Ada", "ada@example.com"]],
])("pasted as %s: %j", (kind, text, parts) => expect(pasted(text, kind)).toEqual(parts));
