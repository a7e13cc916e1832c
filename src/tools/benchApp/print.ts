import type { Condition } from "./openPage.ts";
import type { Results } from "./results.ts";

type Cell = (contestant: string) => string;

interface Columns {
  readonly names: readonly string[];
  readonly conditions: readonly Condition[];
  readonly offlineCpus: readonly number[];
}

/** Prints a line for each figure and a column for each contestant. Omits figures that were not measured. */
export function print(results: Results, { names, conditions, offlineCpus }: Columns): void {
  const number = (row: string, digits = 0, scale = 1): Cell => {
    return (name) => (results.median(row, name) / scale).toFixed(digits);
  };
  /** `1040 (2.10)`: the figure, and its ratio to bare React. */
  const compared = (row: string, digits = 0, floorRow = row): Cell => {
    return (name) => `${number(row, digits)(name)} (${results.ratio(row, name, floorRow).toFixed(2)})`;
  };
  const total = (row: string) => (name: string) =>
    conditions.reduce((sum, at) => sum + results.sum(`${row}, ${at.name}`, name), 0);
  const lines: (readonly [string, Cell])[] = [
    ...conditions.flatMap(({ name: at }) => [
      [`first key, ms, ${at}`, compared(`firstKey, ${at}`)] as const,
      [`taken over, ms, ${at}`, compared(`takenOver, ${at}`, 0, `firstKey, ${at}`)] as const,
    ]),
    ...conditions
      .slice(0, 1)
      .flatMap(({ name: at }) => [
        ["kB before the first key, fonts apart", number(`bytes, ${at}`, 1, 1000)] as const,
        ["round trips before the first key", number(`trips, ${at}`)] as const,
      ]),
    ...offlineCpus.map((cpu) => {
      const at = `offline, CPU ${cpu}x`;
      return [`first key, ms, ${at}`, compared(`firstKey, ${at}`)] as const;
    }),
    ["keys lost", (name) => `${total("lost")(name)} of ${total("typed")(name)}`],
    ["requests, whole visit", number("requests")],
    ["scripts, whole visit", number("scripts")],
    ["kB of JavaScript, whole visit", number("scriptBytes", 1, 1000)],
    ["ms a key, uncounted", compared("uncounted", 2)],
    ["ms a key, counted", compared("counted", 2)],
    ["CPU of a step, ms, CPU 4x", compared("step")],
    ["CPU of the load, ms, CPU 4x", compared("load")],
    ["heap, MB", number("heap", 1)],
  ];
  const line = (title: string, texts: readonly string[]) =>
    console.log(title.padEnd(38) + texts.map((text) => text.padStart(14)).join(""));
  line("", names);
  for (const [title, cell] of lines) {
    const texts = names.map(cell);
    // The embed has no figures without a network.
    if (!texts.slice(0, 2).every((text) => text.includes("NaN") || text === "0 of 0")) line(title, texts);
  }
}
