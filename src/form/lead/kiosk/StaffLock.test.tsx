// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { StationContext, type FormStation } from "../../station/useStation.ts";
import { act } from "../../testing/act.ts";
import { draw, type Drawn } from "../../testing/draw.tsx";
import { click, write, type Box } from "../../testing/form.tsx";
import { StaffLock } from "./StaffLock.tsx";

const kiosk = readyStations.find(({ profile }) => profile === "kiosk") as unknown as FormStation;
const refused = (type: string) => Response.json({ type: `/problems/${type}`, status: 401 }, { status: 401 });
let drawn: Drawn;

/** Opens the lock on a tablet. `answer` is the answer to a PIN. */
async function openLock(answer: () => Response): Promise<void> {
  vi.stubGlobal("fetch", async (path: string, { body = "" }: { body?: string }) => {
    if (path === "/api/session/pin") return answer();
    const isRight = body.includes('"passcode":"the passcode"');
    return path === "/api/session" && isRight ? new Response(null, { status: 204 }) : refused("wrong-passcode");
  });
  drawn = await draw(
    "staff",
    <StationContext value={kiosk}>
      <StaffLock />
    </StationContext>,
  );
  await act(async () => document.querySelector("button")?.click());
  await vi.waitFor(() => expect(document.querySelector("dialog input")).not.toBeNull());
}

afterEach(async () => {
  await drawn.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function enter(code: string): Promise<void> {
  await write(document.querySelector("dialog input") as Box, code);
  await click("Open");
}
const says = () => document.querySelector("dialog")?.textContent;

test("a wrong PIN is announced, each time", async () => {
  await openLock(() => refused("wrong-pin"));
  await enter("123456");
  const alert = () => document.querySelector("dialog [role=alert]");
  await vi.waitFor(() => expect(alert()?.textContent).toBe("That PIN isn’t right."));
  // A screen reader announces an alert that is new.
  const before = alert();
  await enter("234567");
  await vi.waitFor(() => expect(alert()).not.toBe(before));
  await vi.waitFor(() => expect(alert()?.textContent).toBe("That PIN isn’t right."));
});

test("the kiosk's session has ended: the lock asks for the passcode, which opens", async () => {
  const opened = vi.spyOn(window.location, "assign").mockReturnValue();
  await openLock(() => refused("not-signed-in"));
  await enter("123456");
  await vi.waitFor(() => expect(says()).toContain("Enter the staff passcode."));
  expect(opened).not.toHaveBeenCalled();
  await enter("the passcode");
  await vi.waitFor(() => expect(opened).toHaveBeenCalledWith("/"));
});

test("the lock is in staff's language, for a screen reader too", async () => {
  document.documentElement.lang = "ja";
  await openLock(() => refused("wrong-pin"));
  expect(document.querySelector("dialog")?.closest("[lang]")?.getAttribute("lang")).toBe("en");
});
