// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import type { OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { everyCatalogue } from "../../words/everyCatalogue.ts";
import { groupOf } from "../../sending/states.ts";
import { useStanding } from "../../sending/useStanding.ts";
import { act } from "../../testing/act.ts";

const soon = "2020-11-25T12:00:00Z";
const later = "2999-01-01T13:31:00Z";
const entry = { id: "1", station: "front-desk", acceptedAt: soon, changedAt: soon, name: "Ann Sample" };

/** Facts from the proxy (states and reasons are in machine.ts), the list, and the words on the screen. */
test.each<[Partial<OutboxEntry>, string, string]>([
  [{ status: "accepted", nextAttemptAt: soon }, "waiting", "Sends in a moment."],
  [
    { status: "accepted", reason: "rate-limited", nextAttemptAt: later },
    "waiting",
    "Lofty asked us to slow down. Next try at 1:31 PM.",
  ],
  [{ status: "accepted", reason: "credentials" }, "waiting", "Waits until the office’s API key works."],
  [
    { status: "accepted", reason: "unreachable", nextAttemptAt: later },
    "waiting",
    "Lofty can’t be reached. Next try at 1:31 PM.",
  ],
  [{ status: "sending" }, "waiting", "Sending"],
  [
    { status: "unknown", reason: "http-502", nextAttemptAt: later },
    "waiting",
    "Checking with Lofty. The connection dropped before Lofty answered. Next look at 1:31 PM.",
  ],
  [{ status: "delivered", leadId: "651095960136641" }, "delivered", "Lead 651095960136641"],
  [
    { status: "confirmed", leadId: "651095960136641", reason: "known-person" },
    "delivered",
    "Lead 651095960136641, added to existing lead",
  ],
  [
    { status: "confirmed", leadId: "651095960136641", reason: "known-person", forbadeContact: true },
    "delivered",
    "Do not contact, says this form. Lead 651095960136641, added to existing lead",
  ],
  [
    { status: "confirmed", leadId: "651095960136641", reason: "unrecognized" },
    "delivered",
    "Lead 651095960136641. We couldn’t check whether Lofty knew this person already.",
  ],
  [{ status: "delivered", reason: "found-by-staff" }, "delivered", "Found in Lofty by staff"],
  [{ status: "parked", reason: "crm-200057" }, "needsYou", "Not accepted. Lofty says the property has no address."],
  [
    { status: "parked", reason: "failed-alone" },
    "needsYou",
    "Not sent. Lofty takes other leads, but each try to send this one failed.",
  ],
  [{ status: "parked", reason: "crm-9" }, "needsYou", "Not accepted. Lofty did not accept this lead (crm-9)."],
  [
    { status: "parked", reason: "needs-fix" },
    "needsYou",
    "Not sent. It came from a kiosk, and some answers can’t be sent as they are.",
  ],
  [
    { status: "parked", reason: "cannot-open" },
    "needsYou",
    "Not sent. A kiosk sealed this lead, and Foyer can’t open it: its key is not here, or it is damaged. Put the key back, then send it again.",
  ],
  [
    { status: "parked", reason: "unknown-outcome" },
    "needsYou",
    "Needs attention. The connection dropped before Lofty answered, and no look-up found it. Look for this lead in Lofty before sending it again.",
  ],
  [
    { status: "parked", reason: "maybe-in-crm" },
    "needsYou",
    "Needs attention. The connection dropped before Lofty answered, and someone there could be this person. Look before sending it again.",
  ],
  [
    { status: "parked", reason: "restored" },
    "needsYou",
    "Needs attention. Foyer stood still for a while or its data was restored, so this lead may have been sent before, and we can’t look it up ourselves. Look for it in Lofty before sending it again.",
  ],
])("%j is in list %s: %s", async (facts, group, words) => {
  const whole = { status: "accepted", ...entry, ...facts } as OutboxEntry;
  expect(groupOf(whole)).toBe(group);
  const place = document.createElement("p");
  await act(async () =>
    createRoot(place).render(
      <IntlProvider locale="en" messages={everyCatalogue("en", "staff")} timeZone="UTC">
        <Said entry={whole} />
      </IntlProvider>,
    ),
  );
  // Newer ICU data has a narrow no-break space before PM.
  expect(place.textContent.replaceAll("\u202F", " ")).toBe(words);
});

function Said({ entry: of }: { readonly entry: OutboxEntry }) {
  const { strong, text } = useStanding()(of);
  return [strong, text].filter(Boolean).join(" ");
}
