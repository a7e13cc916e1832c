// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { createRoot } from "react-dom/client";
import { expect, test, vi } from "vitest";
import type { Submission } from "#lead/submission/submission.ts";
import { settleEarlier } from "../../sending/heldLead.ts";
import { heldMs } from "../../sending/queue/entry.ts";
import { change, enqueue, queued } from "../../sending/queue/queue.ts";
import { act } from "../../testing/act.ts";
import { useHeldLead } from "./useHeldLead.ts";

type Held = ReturnType<typeof useHeldLead>;
const submission = (id: string, lead: object = { firstName: "Ada" }) => ({
  id,
  body: { station: "kiosk", lead, capturedAt: "2026-11-29T09:00:00Z" } as Submission,
});
const leadsOf = (id: string) => waiting(id).map(({ body }) => (body as Submission | undefined)?.lead);
const waiting = (id: string) => queued().filter((entry) => entry.id === id);

/** The form of one visitor. */
function openForm() {
  let shown: Held | undefined;
  function Form({ onShow }: { readonly onShow: (held: Held) => void }) {
    onShow(useHeldLead(60, undefined));
    return null;
  }
  const root = createRoot(document.createElement("div"));
  act(() => root.render(<Form onShow={(held) => void (shown = held)} />));
  return { held: shown as unknown as Held, close: () => act(() => root.unmount()) };
}

test("the form is closed just after Sign in: the lead goes, and the next visitor starts at the first step", async () => {
  const { held, close } = openForm();
  close();
  expect(await held.start(submission("signs in"))).toBe(false);
  expect(waiting("signs in")).toHaveLength(1);
  expect(waiting("signs in").map((entry) => heldMs(entry))).toEqual([0]);
});

test("the form is closed while Sign in is being stored: the same", async () => {
  const { held, close } = openForm();
  const started = held.start(submission("is stored"));
  close();
  expect(await started).toBe(false);
  expect(waiting("is stored").map((entry) => heldMs(entry))).toEqual([0]);
});

test("answers passed with Continue are in the lead that is held, and in the one that goes if the form is closed", async () => {
  const { held, close } = openForm();
  await act(() => held.start(submission("goes on")));
  held.keepUp(submission("", { firstName: "Ada", leadTypes: [2] }).body);
  expect(leadsOf("goes on")).toEqual([{ firstName: "Ada", leadTypes: [2] }]);
  expect(waiting("goes on").map((entry) => heldMs(entry) > 0)).toEqual([true]);
  close();
  expect(leadsOf("goes on")).toEqual([{ firstName: "Ada", leadTypes: [2] }]);
});

test("what was taken back is no longer in the lead that is held", async () => {
  const { held, close } = openForm();
  const { body } = submission("", { firstName: "Ada" });
  await act(() => held.start(submission("takes back")));
  held.keepUp({ ...body, acknowledgement: { version: "1" } as Submission["acknowledgement"] });
  held.keepUp(body);
  close();
  expect(waiting("takes back").map(({ body: sent }) => Object.keys(sent ?? {}))).toEqual([Object.keys(body)]);
});

test("the form is closed just after Done: the lead keeps its id", async () => {
  const { held, close } = openForm();
  await act(() => held.start(submission("is done")));
  close();
  expect(held.finish(submission("", { firstName: "Ada", lastName: "Byron" }).body)?.id).toBe("is done");
  expect(held.finish(submission("").body)).toBeUndefined();
});

test("the proxy has the last answers, and the disk has those of Sign in: nothing is left to complain about", async () => {
  const reused = { type: "/problems/key-reused", status: 422 };
  const sealed = { station: "kiosk", stationVersion: "v", capturedAt: "2026-11-29T09:00:00Z", sealed: "s" };
  const add = (id: string, body: object = sealed) =>
    enqueue({ id, station: "kiosk", savedAt: Date.now(), body: body as Submission });
  for (const id of ["earlier", "later", "wrong"]) await add(id);
  await add("plain", submission("plain").body);
  await change("earlier", (now) => ({ ...now, problem: reused }));
  const stop = settleEarlier();
  await change("later", (now) => ({ ...now, problem: reused }));
  await change("wrong", (now) => ({ ...now, problem: { type: "/problems/lead-wrong", status: 422 } }));
  await change("plain", (now) => ({ ...now, problem: reused }));
  const left = () => ["earlier", "later", "wrong", "plain"].filter((id) => waiting(id).length > 0);
  await vi.waitFor(() => expect(left()).toEqual(["wrong", "plain"]));
  stop();
});
