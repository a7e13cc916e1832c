// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { keep } from "../browser/device.ts";
import { act } from "../testing/act.ts";
import { draw } from "../testing/draw.tsx";
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
  const { place, remove } = await draw("staff", <Page />);
  const online = () => act(async () => void window.dispatchEvent(new Event("online")));
  await online();
  expect(place.textContent).toContain("Not connected");
  isDown = false;
  await online();
  await vi.waitFor(() => expect(place.textContent).toBe(""));
  await remove();
});
