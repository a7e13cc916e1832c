import { describe, expect, test } from "vitest";
import { kiosk, leadOf, wrong } from "../testing/judged.ts";

describe("invisible characters", () => {
  const marks = [
    "\u200b",
    "\u00ad",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202c",
    "\u2066",
    "\ufe0f",
    "\u2060",
    "\ufeff",
    "\u{e0061}",
  ];
  const inside = (text: string, mark: string) => [
    `${mark}${text}`,
    `${text}${mark}`,
    `${text.slice(0, 3)}${mark}${text.slice(3)}`,
  ];
  test.each(marks.map((mark) => [`U+${mark.codePointAt(0)?.toString(16)}`, mark]))(
    "%s: removed from emails, phones, URLs, ids and dates",
    (_, mark) => {
      const same = (put: (text: string) => object, text: string) => {
        for (const typed of inside(text, mark))
          expect(leadOf(put(typed)), typed).toEqual({ firstName: "Ann", ...put(text) });
      };
      same((email) => ({ emails: [email] }), "ann@example.com");
      same((phone) => ({ phones: [phone] }), "(415) 555-0134");
      same((email) => ({ leadFamilyMemberList: [{ firstName: "Cy", emails: [email] }] }), "cy@example.com");
      same((siteListingUrl) => ({ property: { city: "X", siteListingUrl } }), "https://example.com/a");
      same((assignedUserId) => ({ assignedUserId }), "1738234566814937089");
      same((birthday) => ({ birthday }), "Jun 5, 2001");
    },
  );

  test.each([
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\u0928\u094d\u200d",
    "👩‍👩‍👧",
    "a\u202eb\u202c",
    "a\u200bb",
    "❤️",
  ])("a name, a tag and a note keep %j as typed", (text) => {
    const draft = { firstName: text, lastName: text, tagsAdd: [text], content: text };
    expect(leadOf(draft)).toEqual(draft);
  });

  test.each(["\u200b", "\u200d \u200c", "\u3164", "\u2800", "\u00ad\u202e", "\ufe0f\n"])(
    "%j: a required name is missing, and optional answers are left out",
    (text) => {
      expect(wrong({ firstName: text })).toEqual(["firstName required"]);
      const optional = { lastName: text, tagsAdd: [text], content: text, emails: [text], phones: [text] };
      expect(leadOf(optional)).toEqual({ firstName: "Ann" });
      expect(wrong({ emails: [text], phones: [text] }, kiosk)).toEqual(["phones required"]);
    },
  );

  test("a phone's limit counts the normalized text", () => {
    const typed = "\u202a+12345678901234567890\u202c".slice(0, 22);
    expect(leadOf({ phones: [`\u202a+1234567890123456789\u202c`] })).toMatchObject({
      phones: ["+1234567890123456789"],
    });
    expect(wrong({ phones: [`${typed}1`] })).toEqual(["phones.0 too-long"]);
  });

  test.each(["\u000b", "\u000c", "\u0085", "\r\n", "\r"])(
    "%j: a line break in texts of several lines, refused in one line",
    (mark) => {
      const answer = (text: string) => ({ attributeName: "Own", attributeType: "text", value: text });
      const note = `Likes yards${mark}Has a dog${mark}`;
      expect(
        leadOf({ content: note, property: { city: "X", note }, customAttributeList: [answer(note)] }),
      ).toMatchObject({
        content: "Likes yards\nHas a dog",
        property: { note: "Likes yards\nHas a dog" },
        customAttributeList: [answer("Likes yards\nHas a dog")],
      });
      expect(wrong({ lastName: `Li${mark}Sample` })).toEqual(["lastName format"]);
    },
  );
});
