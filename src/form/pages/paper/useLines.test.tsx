// @vitest-environment happy-dom
import { createRoot } from "react-dom/client";
import { beforeEach, expect, test } from "vitest";
import { recall } from "../../browser/device.ts";
import { act } from "../../testing/act.ts";
import { emptyLine, type Line } from "./lines.ts";
import { useLines } from "./useLines.ts";

const key = "paper:front-desk";
const line = (name: string): Line => ({ ...emptyLine(name), firstName: name });
const kept = () => (recall<readonly Line[]>(key) ?? []).map(({ firstName }) => firstName).filter(Boolean);

/** The grid as it is opened in a tab. */
function openTab(): () => ReturnType<typeof useLines> {
  let shown: ReturnType<typeof useLines> | undefined;
  function Tab({ onShow }: { readonly onShow: (lines: ReturnType<typeof useLines>) => void }) {
    onShow(useLines(key));
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
