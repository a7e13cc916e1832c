// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import { dayOf } from "#lead/station/event.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import { keep } from "../../browser/device.ts";
import { StationMenu } from "../../station/StationMenu.tsx";
import { StationContext, type FormStation } from "../../station/useStation.ts";
import { keepWho } from "../../station/who.ts";
import { act } from "../../testing/act.ts";
import { everyCatalogue } from "../../words/everyCatalogue.ts";
import { AgentGate } from "./AgentGate.tsx";

const station = readyStations.find(({ profile }) => profile === "agent") as unknown as FormStation;
const agent = (id: string, name: string) => ({ agent: { id, name } });

test("another tab chooses another agent: the menu names the one who gets the leads of this tab", async () => {
  keepWho(station.id, agent("1", "Ann Sample"));
  keep(`event:${station.id}:1`, { day: dayOf(new Date()), event: null });
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", "staff")}>
        <StationContext value={station}>
          <AgentGate stepName={undefined}>
            {(stamp) => (
              <>
                <StationMenu />
                <output>{JSON.stringify(stamp)}</output>
              </>
            )}
          </AgentGate>
        </StationContext>
      </IntlProvider>,
    ),
  );
  const menu = () => place.querySelector<HTMLElement>("[aria-controls=station-menu]");
  expect(menu()?.textContent).toContain("Ann Sample");
  localStorage.setItem(`foyer:who:${station.id}`, JSON.stringify(agent("2", "Ben Sample")));
  await act(async () => menu()?.click());
  expect(place.querySelector("output")?.textContent).toContain('"assignedUserId":"1"');
  expect(menu()?.textContent).toContain("Ann Sample");
  expect(place.textContent).not.toContain("Ben Sample");
  act(() => root.unmount());
});
