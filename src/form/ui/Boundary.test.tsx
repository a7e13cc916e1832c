// @vitest-environment happy-dom
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test, vi } from "vitest";
import { Boundary } from "./Boundary.tsx";
import { Broken } from "./Broken.tsx";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import { act } from "../testing/act.ts";

test("a step that throws: shows a message, keeps what is around it, renders again on request", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  let broken = true;
  function Step() {
    if (broken) throw new TypeError("no such thing");
    return <p>the step</p>;
  }
  function Form() {
    const [answer, setAnswer] = useState("");
    return (
      <>
        <input aria-label="answer" value={answer} onChange={({ target }) => setAnswer(target.value)} />
        <Boundary fallback={(error, again) => <Broken part="step" error={error} onAgain={again} />}>
          <Step />
        </Boundary>
      </>
    );
  }
  const place = document.body.appendChild(document.createElement("main"));
  await act(async () =>
    createRoot(place).render(
      <IntlProvider locale="en" messages={everyCatalogue("en", "visitors")} timeZone="UTC">
        <Form />
      </IntlProvider>,
    ),
  );
  const input = place.querySelector("input") as HTMLInputElement;
  expect(place.querySelector('[role="alert"]')?.textContent).toContain("Your answers are still here.");
  expect(place.querySelectorAll("main")).toHaveLength(0);
  broken = false;
  await act(async () => place.querySelector("button")?.click());
  expect(place.textContent).toContain("the step");
  expect(place.querySelector("input")).toBe(input);
});
