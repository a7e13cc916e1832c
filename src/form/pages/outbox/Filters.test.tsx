// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import { mostCounted } from "#lead/submission/staffAnswers.ts";
import { everyCatalogue } from "../../words/everyCatalogue.ts";
import { Filters } from "./Filters.tsx";
import { act } from "../../testing/act.ts";

test.each([
  [mostCounted - 1, ["10,004", "2", "3", "9,999"]],
  [mostCounted, ["10,005+", "2", "3", "10,000+"]],
])("%i delivered leads: shows %j", (delivered, shown) => {
  const root = document.createElement("div");
  act(() =>
    createRoot(root).render(
      <IntlProvider locale="en" messages={everyCatalogue("en", "staff")} timeZone="UTC">
        <Filters counts={{ needsYou: 2, waiting: 3, delivered }} shown={undefined} onShow={() => undefined} />
      </IntlProvider>,
    ),
  );
  expect([...root.querySelectorAll("b")].map(({ textContent }) => textContent)).toEqual(shown);
});
