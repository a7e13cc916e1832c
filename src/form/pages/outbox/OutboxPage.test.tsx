// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { draw } from "../../testing/draw.tsx";
import { OutboxPage } from "./OutboxPage.tsx";

test("Refresh keeps the focus while the lists are asked for, which is every 5 s", async () => {
  window.history.replaceState(null, "", "/outbox");
  const { place, remove } = await draw("staff", <OutboxPage />);
  const refresh = [...place.querySelectorAll("button")].find(({ textContent }) => textContent === "Refresh");
  expect(refresh?.disabled).toBe(false);
  await remove();
});
