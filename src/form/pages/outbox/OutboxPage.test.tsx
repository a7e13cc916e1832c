// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import { act } from "../../testing/act.ts";
import { everyCatalogue } from "../../words/everyCatalogue.ts";
import { OutboxPage } from "./OutboxPage.tsx";

test("Refresh keeps the focus while the lists are asked for, which is every 5 s", async () => {
  window.history.replaceState(null, "", "/outbox");
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", "staff")}>
        <OutboxPage />
      </IntlProvider>,
    ),
  );
  const refresh = [...place.querySelectorAll("button")].find(({ textContent }) => textContent === "Refresh");
  expect(refresh?.disabled).toBe(false);
  await act(async () => root.unmount());
});
