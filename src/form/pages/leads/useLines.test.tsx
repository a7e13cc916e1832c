// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import type { JsonObject } from "#lead/json.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import { StationContext } from "../../station/useStation.ts";
import { act } from "../../testing/act.ts";
import { everyCatalogue } from "../../words/everyCatalogue.ts";
import { useLines } from "./useLines.ts";

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const lead = { firstName: "Paula", cannotCall: true, cannotEmail: false };

function Shown({ of, lead }: { readonly of: Parameters<typeof useLines>[0]; readonly lead: JsonObject }) {
  return useLines(of)(lead).map(({ key, label, text }) => <p key={key}>{`${label} ${text}`}</p>);
}

test.each([
  ["sent", ["First name Paula", "May we call? Said no", "May we email? Said yes"]],
  ["held", ["First name Paula", "May we call? Opt-out recorded", "May we email? No opt-out recorded"]],
] as const)("a flag against contact, as %s", async (of, expected) => {
  const place = document.createElement("div");
  await act(async () =>
    createRoot(place).render(
      <IntlProvider locale="en" messages={everyCatalogue("en", "staff")} timeZone="UTC">
        <StationContext value={desk}>
          <Shown of={of} lead={lead} />
        </StationContext>
      </IntlProvider>,
    ),
  );
  expect([...place.querySelectorAll("p")].map(({ textContent }) => textContent)).toEqual(expected);
});
