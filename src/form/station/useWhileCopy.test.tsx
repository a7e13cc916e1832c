// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { afterEach, expect, test, vi } from "vitest";
import { keep } from "../browser/device.ts";
import { act } from "../testing/act.ts";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import { CopyAge } from "./CopyAge.tsx";
import { loadStation, loadStationAgain } from "./loadStation.ts";
import { useWhileCopy } from "./useWhileCopy.ts";

function Page() {
  useWhileCopy("station:front-desk", async () => void (await loadStationAgain("front-desk")));
  return <CopyAge of="station:front-desk" />;
}

afterEach(() => vi.unstubAllGlobals());

test("a page opened offline says so until its station was loaded again, without a reload", async () => {
  let isDown = true;
  const station = { id: "front-desk", version: "1", profile: "desk" };
  vi.stubGlobal("fetch", async () => {
    if (isDown) throw new TypeError("down");
    return Response.json(station);
  });
  keep("station:front-desk", station);
  keep("seen:station:front-desk", "2026-11-28T08:20:00.000Z");
  await loadStation("front-desk");
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", "staff")}>
        <Page />
      </IntlProvider>,
    ),
  );
  const online = () => act(async () => void window.dispatchEvent(new Event("online")));
  await online();
  expect(place.textContent).toContain("Not connected");
  isDown = false;
  await online();
  await vi.waitFor(() => expect(place.textContent).toBe(""));
  act(() => root.unmount());
});
