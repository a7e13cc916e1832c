// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import type { Submission } from "#lead/submission.ts";
import { heldMs } from "../../sending/queue/entry.ts";
import { queued } from "../../sending/queue/queue.ts";
import { act } from "../../testing/act.ts";
import { useHeldLead } from "./useHeldLead.ts";

type Held = ReturnType<typeof useHeldLead>;
const submission = (id: string, lead: object = { firstName: "Ada" }) => ({
  id,
  body: { station: "kiosk", lead, capturedAt: "2026-11-29T09:00:00Z" } as Submission,
});
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

test("the form is closed just after Done: the lead keeps its id", async () => {
  const { held, close } = openForm();
  await act(() => held.start(submission("is done")));
  close();
  expect(held.finish(submission("", { firstName: "Ada", lastName: "Byron" }).body)?.id).toBe("is done");
  expect(held.finish(submission("").body)).toBeUndefined();
});
