// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { beforeEach, expect, test } from "vitest";
import { recall } from "../../browser/device.ts";
import { act } from "../../testing/act.ts";
import { emptyLine, type House, type Line } from "./lines.ts";
import { useLines } from "./useLines.ts";

const key = "paper:front-desk";
const line = (name: string): Line => ({ ...emptyLine(name), firstName: name });
const kept = () => (recall<readonly Line[]>(key) ?? []).map(({ firstName }) => firstName).filter(Boolean);

/** The grid as it is opened in a tab. */
function openTab(here?: House): () => ReturnType<typeof useLines> {
  let shown: ReturnType<typeof useLines> | undefined;
  function Tab({ onShow }: { readonly onShow: (lines: ReturnType<typeof useLines>) => void }) {
    onShow(useLines(key, here));
    return null;
  }
  act(() => createRoot(document.createElement("div")).render(<Tab onShow={(lines) => void (shown = lines)} />));
  return () => shown as ReturnType<typeof useLines>;
}

type Tab = ReturnType<typeof openTab>;
const keyIn = (tab: Tab, ...names: readonly string[]) =>
  act(() => tab().write([...tab().lines.filter(({ firstName }) => firstName), ...names.map(line)]));
const save = (tab: Tab, ...ids: readonly string[]) => act(() => tab().saving(ids, async () => new Set(ids)));

beforeEach(() => localStorage.clear());

test("two tabs: the lines of one are kept when the other writes, saves or clears its own", async () => {
  const [one, two] = [openTab(), openTab()];
  keyIn(one, "Ana", "Ben");
  keyIn(two, "Cleo");
  expect(kept().toSorted()).toEqual(["Ana", "Ben", "Cleo"]);
  await save(two, "Cleo");
  expect(kept()).toEqual(["Ana", "Ben"]);
  keyIn(one, "Dan");
  expect(kept()).toEqual(["Ana", "Ben", "Dan"]);
  await save(one, "Ana", "Ben", "Dan");
  expect(recall(key)).toBeUndefined();
});

test("two tabs with the same lines: a line that one of them adds is kept when the other writes", () => {
  const one = openTab();
  keyIn(one, "Ana");
  const two = openTab();
  keyIn(one, "Ben");
  keyIn(two, "Cleo");
  expect(kept().toSorted()).toEqual(["Ana", "Ben", "Cleo"]);
});

const larkspur = { id: "1", address: "48 Larkspur Lane", date: "2026-11-28" };
const maple = { id: "2", address: "12 Maple Grove Lane", date: "2026-11-29" };
const houses = (tab: Tab) =>
  tab()
    .lines.filter(({ firstName }) => firstName)
    .map(({ firstName, house }) => [firstName, house?.address]);

test("lines that were kept at one house stay there when the device is at another", () => {
  keyIn(openTab(larkspur), "Ana");
  const later = openTab(maple);
  expect([later().house, houses(later)]).toEqual([larkspur, [["Ana", undefined]]]);
  act(() => later().move(maple));
  expect(openTab(larkspur)().house).toEqual(maple);
});

test("two tabs at two houses: each line is kept with the house of its tab", () => {
  const [one, two] = [openTab(larkspur), openTab(maple)];
  keyIn(one, "Ana");
  keyIn(two, "Ben");
  const both = openTab();
  expect(both().house).toEqual(maple);
  expect(houses(both)).toEqual([
    ["Ben", undefined],
    ["Ana", "48 Larkspur Lane"],
  ]);
});
