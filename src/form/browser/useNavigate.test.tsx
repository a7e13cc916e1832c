// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import { act } from "../testing/act.ts";
import { navigate, useNavigate } from "./route.ts";

function Waits({ answer }: { readonly answer: Promise<void> }) {
  const open = useNavigate();
  return (
    <button type="button" onClick={() => void answer.then(() => open("/outbox"))}>
      Send
    </button>
  );
}

test.each([
  ["an answer opens the next page", false, "/outbox"],
  ["an answer that comes after the page was left opens nothing", true, "/s/front-desk"],
])("%s", async (_name, isLeft, path) => {
  const answer = Promise.withResolvers<void>();
  const place = document.body.appendChild(document.createElement("main"));
  const root = createRoot(place);
  await act(async () => root.render(<Waits answer={answer.promise} />));
  place.querySelector("button")?.click();
  navigate("/s/front-desk");
  if (isLeft) await act(async () => root.unmount());
  await act(async () => answer.resolve());
  expect(window.location.pathname).toBe(path);
  if (!isLeft) await act(async () => root.unmount());
});
