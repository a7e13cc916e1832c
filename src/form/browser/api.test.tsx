// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { act } from "../testing/act.ts";
import { ask } from "./api.ts";
import { noteSessionEnded, useSessionEnded } from "./session.ts";

afterEach(() => vi.unstubAllGlobals());

const signedOut = () =>
  Response.json({ type: "/problems/not-signed-in", status: 401, title: "Not signed in" }, { status: 401 });
const State = () => <p>{useSessionEnded() ? "ended" : "open"}</p>;

test("a 401 that was on its way when somebody signed in does not end the session; the next one does", async () => {
  const place = document.createElement("main");
  const root = createRoot(place);
  await act(async () => root.render(<State />));
  const answer = Promise.withResolvers<Response>();
  vi.stubGlobal("fetch", () => answer.promise);
  const asked = ask("GET", "/api/outbox");
  await act(async () => noteSessionEnded(false));
  await act(async () => {
    answer.resolve(signedOut());
    await expect(asked).rejects.toMatchObject({ problem: { status: 401 } });
  });
  expect(place.textContent).toBe("open");

  vi.stubGlobal("fetch", async () => signedOut());
  await act(async () => void (await ask("GET", "/api/outbox").catch(() => undefined)));
  expect(place.textContent).toBe("ended");
  await act(async () => root.unmount());
});
