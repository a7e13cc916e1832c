// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import { FocusKeeper } from "./FocusKeeper.tsx";
import { act } from "../testing/act.ts";

test("keeps the focus while the form is inert, and gives it back if the form stays and nothing else takes it", async () => {
  const place = document.body.appendChild(document.createElement("main"));
  const root = createRoot(place);
  const draw = (isClosed: boolean) =>
    act(async () =>
      root.render(
        <>
          {isClosed && <FocusKeeper />}
          <input />
          <button type="button">Other</button>
        </>,
      ),
    );
  await draw(false);
  const [box, other] = [place.querySelector("input"), place.querySelector("button")];

  box?.focus();
  await draw(true);
  expect(document.activeElement).toBe(place.querySelector("span"));
  await draw(false);
  expect(document.activeElement).toBe(box);

  await draw(true);
  other?.focus();
  await draw(false);
  expect(document.activeElement).toBe(other);
});
