import { expect, test } from "vitest";
import { reachOf } from "./reach.ts";

test("an email is found by its spelling without what nobody sees", () => {
  const [clean] = reachOf({ emails: ["ann@example.com"] });
  for (const typed of ["Ann@example.com\u200b", "ann\u00ad@example.com", "\u202aann@example.com\u202c"])
    expect(reachOf({ emails: [typed] })).toEqual([clean]);
});

test.each(["４１５５５５０１３４", "٤١٥٥٥٥٠١٣٤", "\u202a+1 (415) 555-0134\u202c", "415\u200b5550134"])(
  "the phone %j is found by the digits 4155550134",
  (phone) => expect(reachOf({ phones: [phone] })).toEqual([{ kind: "phone", value: "4155550134" }]),
);
