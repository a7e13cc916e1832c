// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";
import { limits } from "#lead/limits.ts";
import { act } from "../../testing/act.ts";
import { click, write, type Box } from "../../testing/form.tsx";
import { everyCatalogue } from "../../words/everyCatalogue.ts";
import { AddNote } from "./AddNote.tsx";

test("a note that is too long: no alert at each key; a press says why in the box that it focuses", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", "staff")}>
        <AddNote id="1" notes={[]} />
      </IntlProvider>,
    ),
  );
  const box = place.querySelector("textarea") as Box;
  const alert = () => place.querySelector("[role=alert]")?.textContent;
  await click("Add note");
  expect(alert()).toBe("Enter a note");
  await write(box, "x".repeat(limits.note + 3));
  expect(alert()).toBeUndefined();
  expect(place.textContent).toContain("3 characters too long");
  await click("Add note");
  expect(document.activeElement).toBe(box);
  await act(async () => root.unmount());
});
