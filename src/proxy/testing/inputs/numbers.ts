import { one, type Case } from "./case.ts";

/** Dates in Lofty's format `MMM d, yyyy`; other formats are refused. */
const days = [
  "Jun 5, 2001",
  "Jan 1, 1900",
  "Feb 29, 2000",
  "Feb 29, 2024",
  "Dec 31, 1999",
  "May 31, 1950",
  "Sep 9, 1969",
];
const noDays = [
  ...[
    "Feb 30, 2001",
    "Feb 29, 2001",
    "Feb 29, 1900",
    "Apr 31, 2000",
    "Jun 0, 2001",
    "Jun 32, 2001",
    "Dec 31, 1899",
    "Jun 5, 1",
  ],
  ...[
    "jun 5, 2001",
    "JUN 5, 2001",
    "June 5, 2001",
    "Jun 05, 2001",
    "Jun 5 2001",
    "Jun 5,2001",
    "Jun  5, 2001",
    "5 Jun 2001",
  ],
  ...[
    "2001-06-05",
    "06/05/2001",
    "05/06/2001",
    "5.6.2001",
    "6/5/01",
    "Jun 5, 01",
    "Juin 5, 2001",
    "Sept 9, 1969",
    "20010605",
  ],
  ...[
    "Jun 5, 2999",
    "Jan 1, 9999",
    "Jun 5, 20011",
    "990000000",
    "yesterday",
    "Jun 5, \uFF12\uFF10\uFF10\uFF11",
    "2001\u5E746\u67085\u65E5",
  ],
];
const money = [
  ...([0, 1, 650000, "650000", "0", Number.MAX_SAFE_INTEGER] as const).map((value) => [value, Number(value)] as const),
];
const noMoney = [
  ...["650,000", "650.000", "$650000", "650k", "1.2m", "1e6", "0x10", "1_000", "01", "+5", "\u0665", "NaN", "Infinity"],
  ...["1.50", "650000.0", 1.5, "1.5", true, "six hundred"],
];
const decimalText = ["1", "2.5", "0", "10.25", "9999.99"];
const noDecimalText = ["2,5", "-1", "1.", ".5", "01", "1.555", "10000", "2 1/2", "1e1", "two"];
const int64 = [
  "0",
  "42",
  "-1",
  "9007199254740993",
  "1738234566814937089",
  "9223372036854775807",
  "-9223372036854775808",
];
const noInt64 = [
  "9223372036854775808",
  "-9223372036854775809",
  "1.0",
  "1e3",
  "007",
  "+7",
  "0x7",
  "7n",
  "12345678901234567890",
  "-",
  "-0",
];
const bedrooms = [0, 5, 2_147_483_647, "3"];

export const numbers: readonly Case[] = [
  ...days.map((day) => one("birthday", day, { birthday: day })),
  ...noDays.map((day) => one("birthday", day, ["birthday", "format"])),
  ...days.map((day) =>
    one("leadFamilyMemberList.0", { firstName: "Kid", birthday: day }, { "leadFamilyMemberList.0.birthday": day }),
  ),
  ...money.map(([value, kept]) => one("inquiry.priceMin", value, { "inquiry.priceMin": kept })),
  ...noMoney.map((value) => one("inquiry.priceMin", value, ["inquiry.priceMin", "wrong-type"])),
  ...[-1, "-1", 2 ** 53, "9007199254740993", "999999999999999999"].map((value) =>
    one("inquiry.priceMin", value, ["inquiry.priceMin", "format"]),
  ),
  ...decimalText.map((value) => one("inquiry.bathroomsMin", value, { "inquiry.bathroomsMin": value })),
  ...noDecimalText.map((value) => one("inquiry.bathroomsMin", value, ["inquiry.bathroomsMin", "format"])),
  ...int64.map((value) => one("assignedUserId", value, { assignedUserId: value })),
  ...noInt64.map((value) => one("assignedUserId", value, ["assignedUserId", "format"])),
  ...bedrooms.map((value) => one("inquiry.bedroomsMin", value, { "inquiry.bedroomsMin": Number(value) })),
  ...[2.5, "2.5", "many", true].map((value) =>
    one("inquiry.bedroomsMin", value, ["inquiry.bedroomsMin", "wrong-type"]),
  ),
  ...[2_147_483_648, -1, 1e300, "99999999999999999999"].map((value) =>
    one("inquiry.bedroomsMin", value, ["inquiry.bedroomsMin", "format"]),
  ),
  ...[-1, 1, 2, 5, 6, 7, 8, 9].map((type) => one("leadTypes", [type], { leadTypes: [type] })),
  ...[0, 3, 4, 10, -2, 2.5, "2", true].map((type) => one("leadTypes", [type], ["leadTypes.0", "not-an-option"])),
];
