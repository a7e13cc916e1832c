// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, drawForm } from "../../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const marks = "\u200e\u200b\u2060";

test.each([
  ["phones", { phones: [`+1 (415) 555-0134 x${marks}1`] }, "0 left"],
  ["firstName", { firstName: `Maria Guadalupe Concepcion${marks} A` }, "1 too many"],
])("the count of %s is that of the text that will be sent", async (path, draft, words) => {
  await drawForm(desk, "contact", draft);
  const box = document.querySelector(`[id="f-${path}"] input, input[id="f-${path}"]`);
  const field = box?.closest(".field");
  expect([...(field?.querySelectorAll("[aria-hidden]") ?? [])].map(({ textContent }) => textContent)).toContain(words);
  expect(field?.querySelector(".measure")?.classList.contains("over")).toBe(words.includes("many"));
});
