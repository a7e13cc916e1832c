// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { afterEach, expect, test, vi } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { StationContext, type FormStation } from "../station/useStation.ts";
import { act } from "../testing/act.ts";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import { enqueue } from "./queue/queue.ts";
import { wake } from "./queue/sender.ts";
import type { Notice } from "./useNotices.ts";
import { SavedNotices } from "./SavedNotices.tsx";

afterEach(() => vi.unstubAllGlobals());

const drawn = (notices: readonly Notice[]) => (
  <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", "staff")}>
    <StationContext value={stationOf("agent") as FormStation}>
      <SavedNotices notices={notices} onFix={() => undefined} onUndo={() => undefined} />
    </StationContext>
  </IntlProvider>
);

test("four refused leads: the newest is shown in full, the others are one line that leads to the outbox", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ type: "/problems/x", status: 400 }, { status: 400 }));
  const notices = ["Ana", "Ben", "Cleo", "Dan"].map((firstName) => ({
    id: firstName,
    body: { station: "agent", lead: { firstName }, capturedAt: "2026-11-29T09:00:00.000Z" },
  }));
  for (const [savedAt, { id, body }] of notices.entries()) await enqueue({ id, station: "agent", savedAt, body });
  await wake();
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const show = (count: number) => act(async () => root.render(drawn(notices.slice(0, count))));
  await show(4);
  const titles = () =>
    [...place.querySelectorAll("b")].map(({ textContent }) => textContent.replaceAll(/[\u2066-\u2069]/g, ""));
  const rest = () => place.querySelector("a[href='/outbox'].underline")?.textContent;
  expect([titles(), rest()]).toEqual([["Not saved yet: Dan."], "And 3 more need attention"]);
  await show(3);
  expect([titles(), rest()]).toEqual([["Not saved yet: Cleo."], "And 2 more need attention"]);
  act(() => root.unmount());
});

test("Undo has the focus when its time is over: the focus goes to the line", async () => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  const savedAt = Date.now();
  const body = { station: "agent", lead: { firstName: "Eve" }, capturedAt: new Date(savedAt).toISOString() };
  await enqueue({ id: "Eve", station: "agent", savedAt, body, notBefore: savedAt + 1_500 });
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () => root.render(drawn([{ id: "Eve", body }])));
  const undo = [...place.querySelectorAll("button")].find(({ textContent }) => textContent === "Undo");
  undo?.focus();
  expect(document.activeElement).toBe(undo);
  await act(() => new Promise((resolve) => setTimeout(resolve, 1_600)));
  expect(place.querySelectorAll("button")).toHaveLength(0);
  expect(document.activeElement?.getAttribute("role")).toBe("status");
  act(() => root.unmount());
});
