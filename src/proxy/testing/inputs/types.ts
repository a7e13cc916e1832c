import { ok, one, type Case } from "./case.ts";

/** 14 values of a wrong type, in 20 fields. Any empty value counts as unanswered, not as wrong. */
const nothing = [null, "", "  ", [], {}, [null], [[]], [{}]] as const;
const values = [7, 1.5, true, "text", ["x"], { a: 1 }] as const;
type Verdicts = readonly [seven: string, half: string, yes: string, text: string, list: string, object: string];

const wrong = "wrong-type";
const option = "not-an-option";
const text: Verdicts = [wrong, wrong, wrong, "", wrong, wrong];
const texts: Verdicts = [wrong, wrong, wrong, wrong, "", wrong];
const choice: Verdicts = [option, option, option, option, option, option];
const flag: Verdicts = [wrong, wrong, "", wrong, wrong, wrong];

const fields: readonly (readonly [path: string, Verdicts, whereInList?: string])[] = [
  ["lastName", text],
  ["referredBy", text],
  ["stage", text],
  ["source", text],
  ["content", text],
  ["streetAddress", text],
  ["tagsAdd", texts],
  ["segments", texts],
  ["emails", [wrong, wrong, wrong, wrong, "format", wrong], "emails.0"],
  ["phones", [wrong, wrong, wrong, wrong, "format", wrong], "phones.0"],
  ["leadTypes", [wrong, wrong, wrong, wrong, option, wrong], "leadTypes.0"],
  ["buyingTimeFrame", choice],
  ["preQual", choice],
  ["language", choice],
  ["cannotText", flag],
  ["welcomeEmail", flag],
  ["inquiry.priceMin", ["", wrong, wrong, wrong, wrong, wrong]],
  ["assignedUserId", ["", wrong, wrong, "format", wrong, wrong]],
  ["birthday", [wrong, wrong, wrong, "format", wrong, wrong]],
  ["leadFamilyMemberList", [wrong, wrong, wrong, wrong, wrong, wrong], "leadFamilyMemberList.0"],
];

export const types: readonly Case[] = [
  ...fields.flatMap(([path, verdicts, listed]) => [
    ...nothing.map((value) => one(path, value, ok)),
    ...values.map((value, index) => {
      const verdict = verdicts[index] ?? "";
      return one(path, value, verdict === "" ? ok : [Array.isArray(value) && listed ? listed : path, verdict]);
    }),
  ]),
  ...nothing.map((value) => one("firstName", value, ["firstName", "required"])),
  ...[7, 1.5, true, ["x"], { a: 1 }].map((value) => one("firstName", value, ["firstName", wrong])),
];
