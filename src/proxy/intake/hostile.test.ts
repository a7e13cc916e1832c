import { test } from "vitest";
import { expectLinear, filled, hostileTexts } from "#lead/testing/scaling.ts";
import { has } from "../delivery/people.ts";
import { differencesIn } from "../delivery/differences.ts";
import { notesFor } from "../delivery/knownPerson.ts";
import { csv } from "../staff/csv.ts";
import { reachOf } from "../store/reach.ts";
import { fingerprint } from "./fingerprint.ts";
import { withFooter, withoutFooter } from "../crm/footer.ts";

const id = "3f1c5a52-5f0e-4a57-9b0a-0f5d1f1f1f1f";

test.each<readonly [string, (text: string) => unknown]>([
  ["reach", (text) => reachOf({ emails: [text], phones: [text] })],
  ["fingerprint", (text) => fingerprint({ lead: { [text.slice(0, 9)]: text } })],
  ["footer", (text) => withoutFooter(withFooter({ content: text }, id, {}).content)],
  ["notes for a known person", (text) => notesFor({ firstName: text, content: text }, id)],
  ["file of the outbox", (text) => csv([[text]])],
  [
    "people",
    (text) => [
      has({ leadId: "1", record: { emails: [text] } }, { by: "email", value: text }),
      has({ leadId: "1", record: { phones: [text] } }, { by: "phone", value: text }),
    ],
  ],
  ["differences", (text) => differencesIn({ emails: [text], phones: [text] }, { emails: [text], phones: [text] })],
])("%s: twice as much hostile text takes at most 2.5 times as long", (name, run) => {
  for (const part of hostileTexts) {
    expectLinear(`${name} ${JSON.stringify(part).slice(0, 40)}`, (length) => {
      const text = filled(part, length);
      return () => run(text);
    });
  }
});
