// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { StationContext, type FormStation } from "../../station/useStation.ts";
import { act } from "../../testing/act.ts";
import { draw, type Drawn } from "../../testing/draw.tsx";
import { click, write, type Box } from "../../testing/form.tsx";
import { HandOver } from "./HandOver.tsx";

const kiosk = readyStations.find(({ profile }) => profile === "kiosk") as unknown as FormStation;
const friday = { address: "1 Sample Street", date: "2026-11-27" };
const station = { ...kiosk, event: friday } as FormStation;
let drawn: Drawn;
let puts: { readonly event?: object }[] = [];

/** Staff open the kiosk's page on Saturday evening and leave it open until Sunday morning. */
async function openOvernight(): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 28, 20) });
  puts = [];
  vi.stubGlobal("fetch", async (path: string, { method, body }: { method: string; body: string }) => {
    if (path.endsWith("/pin")) return Response.json({ isSet: true });
    if (path.startsWith("/api/events")) return Response.json({ events: [] });
    if (method === "PUT") puts.push(JSON.parse(body) as object);
    return method === "POST" ? new Response(null, { status: 500 }) : Response.json(station);
  });
  drawn = await draw(
    "staff",
    <StationContext value={kiosk}>
      <HandOver onLook={() => undefined} />
    </StationContext>,
  );
  await vi.waitFor(() => expect(document.querySelector("fieldset")).not.toBeNull());
  vi.setSystemTime(new Date(2026, 10, 29, 8));
  await act(async () => window.dispatchEvent(new Event("focus")));
}

afterEach(async () => {
  await drawn.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a page left open overnight: the event that is offered again is of today", async () => {
  await openOvernight();
  await click(/1 Sample Street/);
  await click("Hand it over");
  await vi.waitFor(() => expect(puts).toHaveLength(1));
  expect(puts[0]?.event).toMatchObject({ address: "1 Sample Street", date: "2026-11-29" });
});

test("a page left open overnight: an event that is typed is of today", async () => {
  await openOvernight();
  await click("Another house");
  await write(document.getElementById("event-address") as Box, "2 Sample Street");
  await click("Hand it over");
  await vi.waitFor(() => expect(puts).toHaveLength(1));
  expect(puts[0]?.event).toMatchObject({ address: "2 Sample Street", date: "2026-11-29" });
});

test("an address that is missing: its box gets the focus", async () => {
  await openOvernight();
  await click("Another house");
  (document.activeElement as HTMLElement).blur();
  await click("Hand it over");
  const box = document.getElementById("event-address");
  await vi.waitFor(() => expect(box?.getAttribute("aria-invalid")).toBe("true"));
  expect(document.activeElement).toBe(box);
});

test("a press that removes its button leaves the focus in the question, or in the box that came", async () => {
  await openOvernight();
  const focused = () => document.activeElement?.id || document.activeElement?.tagName;
  await click("Another house");
  expect(focused()).toBe("event-address");
  await click("Choose again");
  expect(focused()).toBe("FIELDSET");
  await click("No event today");
  expect(focused()).toBe("FIELDSET");
  await click("Choose again");
  await click(/1 Sample Street/);
  expect(focused()).toBe("FIELDSET");
  await click("Change the PIN");
  expect((document.activeElement as HTMLInputElement).type).toBe("password");
});
