// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { expect, test, vi } from "vitest";
import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import { withdrawalUndoMs } from "#lead/submission/ways.ts";
import { everyCatalogue } from "../../words/everyCatalogue.ts";
import { PersonRow } from "./PersonRow.tsx";
import { act } from "../../testing/act.ts";
import { markUndoable } from "./useUndoable.ts";
import { Withdraw } from "./Withdraw.tsx";

const may = { call: "allowed", text: "allowed", email: "allowed" } as const;
const about = { id: "1", status: "accepted", name: "Ann", station: "open-house", event: null, may } as const;
const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
// Local times, because the row compares the local days.
const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).toISOString();

test.each<[string, Partial<DayPerson>, string]>([
  ["a lead that came at once: no times", {}, "Ann"],
  ["a late lead", { arrivedAt: at(28, 18, 2) }, "AnnSaved 2:14 PM, arrived 6:02 PM"],
  ["a lead that came on another day", { arrivedAt: at(29, 9, 5) }, "AnnSaved 2:14 PM, arrived Nov 29, 2026, 9:05 AM"],
])("%s", async (_, late, words) => {
  const person: DayPerson = { ...about, at: at(28, 14, 14), ...late };
  const place = document.createElement("ul");
  await act(async () =>
    createRoot(place).render(
      <IntlProvider locale="en" messages={everyCatalogue("en", "staff")} timeZone={here}>
        <PersonRow person={person} />
      </IntlProvider>,
    ),
  );
  // Newer ICU data has a narrow no-break space before PM.
  expect(place.querySelector("li > div")?.textContent.replaceAll("\u202F", " ")).toBe(words);
});

test("a withdrawal can be undone for 20 s, also on the next page, then the focus is on the name", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async () => Response.json({}));
  const place = document.body.appendChild(document.createElement("ul"));
  let root = createRoot(place);
  const draw = (person: DayPerson) =>
    act(async () =>
      root.render(
        <IntlProvider locale="en" messages={everyCatalogue("en", "staff")} timeZone={here}>
          <PersonRow person={person} />
        </IntlProvider>,
      ),
    );
  const buttons = () => [...place.querySelectorAll("button")];
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const person: DayPerson = { ...about, at: at(28, 14, 14) };
  await draw(person);
  expect(place.querySelector("[role=status]")?.textContent).not.toContain("Asked for no contact");
  buttons().at(-1)?.focus();
  buttons().at(-1)?.click();
  await pass(100);
  const refused = { call: "refused", text: "refused", email: "refused" } as const;
  const withdrawn = { ...person, may: refused, withdrawnAt: at(28, 15, 0) };
  await draw(withdrawn);
  expect(document.activeElement?.textContent).toBe("Undo");
  expect(place.querySelector("[role=status]")?.textContent).toBe("Asked for no contact");
  await pass(withdrawalUndoMs - 1_000);
  await act(async () => root.unmount());
  root = createRoot(place);
  await draw(withdrawn);
  buttons()[0]?.focus();
  expect(buttons()).toHaveLength(1);
  await pass(2_000);
  expect(buttons()).toEqual([]);
  expect(document.activeElement?.textContent).toBe("Ann");
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("on the page of a lead the focus goes to the title when Undo is over", async () => {
  vi.useFakeTimers();
  markUndoable("1", true);
  document.body.innerHTML = "<main><h1 tabindex='-1'>Ann</h1><div></div></main>";
  const root = createRoot(document.querySelector("main div") as Element);
  const may = { call: "refused", text: "refused", email: "refused" } as const;
  await act(async () =>
    root.render(
      <IntlProvider locale="en" messages={everyCatalogue("en", "staff")} timeZone={here}>
        <Withdraw person={{ id: "1", name: "Ann", may, withdrawnAt: at(28, 15, 0) }} />
      </IntlProvider>,
    ),
  );
  document.querySelector("button")?.focus();
  await act(() => vi.advanceTimersByTimeAsync(withdrawalUndoMs));
  expect(document.activeElement?.tagName).toBe("H1");
  await act(async () => root.unmount());
  vi.useRealTimers();
});
