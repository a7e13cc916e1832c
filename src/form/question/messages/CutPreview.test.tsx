// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { limits } from "#lead/limits.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, drawForm } from "../../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const message = () =>
  [...document.querySelectorAll("p")].map(({ textContent }) => textContent).find((text) => text.startsWith("Lofty"));

test("a long note: shows the last words that stay and the first that are lost, not the whole text", async () => {
  const kept = `${"word ".repeat(270)}up to here`.padStart(limits.note, ".");
  await drawForm(desk, "contact", { content: `${kept} and nothing of this, however long it goes on and on` });
  expect(message()).toBe(
    "Lofty keeps 1,400 characters, so this would end with … word word word word word up to here " +
      "and lose and nothing of this, however long it …",
  );
});

test("a name that is too long: shows all that stays", async () => {
  await drawForm(desk, "contact", { firstName: "Maria Guadalupe Concepcion Abcd" });
  expect(message()).toBe("Lofty keeps 30 characters, so this would be saved as Maria Guadalupe Concepcion Abc");
});
