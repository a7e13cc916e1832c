import { ok, type Case } from "./case.ts";

const at = "2026-11-25T09:00:00Z";
const answers = { firstName: "Vi", phones: ["4155550134"] };
const said = {
  version: "1",
  text: "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.",
  language: "en",
  at,
  by: "self",
  channels: {},
};
const kiosk = (name: string, consent: unknown, expect: Case["expect"], lead: object = {}): Case => ({
  name,
  at: "kiosk",
  lead: { ...answers, ...lead },
  body: { consent },
  expect,
});
const channels = (given: object) => ({ ...said, channels: given });
const flags = (cannotText: unknown, cannotCall: unknown, cannotEmail: unknown, unsubscription: unknown) => ({
  cannotText,
  cannotCall,
  cannotEmail,
  unsubscription,
});

const cases: readonly Case[] = [
  kiosk("no consent", undefined, ["consent", "required"]),
  kiosk("consent of nothing", {}, ["consent.version", "required"]),
  kiosk("consent is true", true, ["consent", "wrong-type"]),
  kiosk("consent is null", null, ["consent", "wrong-type"]),
  kiosk("consent is a list", [said], ["consent", "wrong-type"]),
  ...(["version", "text", "language", "at", "by", "channels"] as const).flatMap((key) => [
    kiosk(`consent without ${key}`, { ...said, [key]: undefined }, [`consent.${key}`, "required"]),
    kiosk(`consent with ${key} 7`, { ...said, [key]: 7 }, [
      `consent.${key}`,
      key === "by" ? "not-an-option" : "wrong-type",
    ]),
  ]),
  kiosk("consent by a robot", { ...said, by: "robot" }, ["consent.by", "not-an-option"]),
  kiosk("consent on no day", { ...said, at: "today" }, ["consent.at", "format"]),
  kiosk("consent with a key more", { ...said, signed: true }, ["consent.signed", "unknown"]),
  kiosk("consent to a fax", channels({ fax: true }), ["consent.channels.fax", "unknown"]),
  kiosk("consent to maybe", channels({ text: "yes" }), ["consent.channels.text", "wrong-type"]),
  kiosk("a text of 4,001", { ...said, text: "x".repeat(4001) }, ["consent.text", "too-long"]),
  kiosk("a text of 4,000 that was not shown", { ...said, text: "x".repeat(4000) }, ["consent.text", "not-an-option"]),
  // Standard policy: unticked texts are forbidden; unticked calls and mail keep Lofty's default.
  kiosk("nothing ticked", said, flags(true, undefined, undefined, undefined)),
  kiosk("texts ticked", channels({ text: true }), flags(false, undefined, undefined, undefined)),
  kiosk("calls ticked", channels({ call: true }), flags(true, false, undefined, undefined)),
  kiosk("mail ticked", channels({ email: true }), flags(true, undefined, false, undefined)),
  kiosk("all ticked", channels({ text: true, call: true, email: true }), flags(false, false, false, undefined)),
  kiosk("please don't", channels({ text: false, call: false, email: false }), flags(true, true, true, true)),
  kiosk("mail refused", channels({ email: false }), {
    ...flags(true, undefined, true, undefined),
    welcomeEmail: false,
  }),
  ...["cannotText", "cannotCall", "cannotEmail", "unsubscription"].flatMap((flag) =>
    [true, false].map((value) => kiosk(`${flag} ${value} in the lead`, said, [flag, "not-allowed"], { [flag]: value })),
  ),
  // The station's rules apply to every sender. Visitors cannot set what they are not asked.
  ...Object.entries({
    stage: "Closed",
    source: "Mine",
    tagsAdd: ["VIP"],
    tags: ["VIP"],
    segments: ["A"],
    groups: ["A"],
    content: "note",
    isPin: true,
    assignedUserId: "42",
    assignGroupId: "-1",
    ownershipScope: "TEAM",
    ownershipId: "42",
    welcomeEmail: true,
    leadAlert: false,
    language: "fr",
    referredBy: "Bo",
    birthday: "Jun 5, 2001",
    property: { city: "Austin" },
    inquiry: { priceMin: 1 },
    fthb: "Yes",
    mortgage: "Yes",
    houseToSell: "Yes",
    leadTransaction: { transactionName: "Sale" },
    leadRouting: true,
    city: "Austin",
  }).map(([key, value]): Case =>
    kiosk(`a visitor's ${key}`, said, [deepest(key, value), "not-allowed"], { [key]: value }),
  ),
  kiosk("another office's question", said, ["customAttributeList.0.attributeName", "not-allowed"], {
    customAttributeList: [{ attributeName: "Loan amount", attributeType: "currency", value: "5" }],
  }),
  kiosk(
    "a question for visitors",
    said,
    { "customAttributeList.0.value": "Sign" },
    {
      customAttributeList: [
        { attributeName: "How did you hear about us?", attributeType: "single_select", value: "Sign" },
      ],
    },
  ),
  kiosk("neither phone nor email", said, ["phones", "required"], { phones: [] }),
  kiosk("an email alone", said, { "emails.0": "vi@example.com" }, { phones: [], emails: ["vi@example.com"] }),
  kiosk("the visitor's screen", said, ok),
  {
    name: "a visitor's language",
    at: "kiosk",
    lead: answers,
    body: { consent: said, language: "fr" },
    expect: { language: "fr" },
  },
  { name: "a page's form", at: "website", lead: answers, body: { consent: said }, expect: { source: "Website" } },
  {
    name: "a page's form with a role",
    at: "website",
    lead: answers,
    body: { consent: said, role: "staff" },
    expect: ["role", "unknown"],
  },
  // Staff set the flags themselves, and these are kept.
  { name: "staff: no texts", lead: { ...answers, cannotText: true }, expect: { cannotText: true } },
  { name: "staff: texts allowed", lead: { ...answers, cannotText: false }, expect: { cannotText: false } },
  { name: "staff: nothing asked", lead: answers, expect: flags(undefined, undefined, undefined, undefined) },
  { name: "staff: muted gets no welcome", lead: { ...answers, unsubscription: true }, expect: { welcomeEmail: false } },
];

/**
 * A visitor's consent, and what others may not claim for the visitor. Each case has a phone of its own, because what one
 * person refuses stays refused for that number.
 */
export const visitors: readonly Case[] = cases.map((one, index) => {
  const lead = one.lead as { readonly phones: readonly string[] };
  const own = `${415 + Math.floor(index / 100)}55501${String(index % 100).padStart(2, "0")}`;
  return { ...one, lead: { ...lead, phones: lead.phones.map(() => own) } };
});

function deepest(key: string, value: unknown): string {
  const inner =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value)[0] : undefined;
  return inner === undefined ? key : `${key}.${inner}`;
}
