import { one, type Case } from "./case.ts";

/** Every text with a limit, at that limit in UTF-16 units: the longest is stored whole, one more is refused. */
const limits: readonly (readonly [path: string, limit: number, pad?: string])[] = [
  ["firstName", 30],
  ["lastName", 30],
  ["leadFamilyMemberList.0.firstName", 30],
  ["tagsAdd.0", 64],
  ["tags.0", 64],
  ["segments.0", 30],
  ["groups.0", 30],
  ["stage", 19],
  ["source", 100],
  ["content", 1400],
  ["phones.0", 20, "5"],
];
const astral = "\u{1D4B3}";

export const lengths: readonly Case[] = limits.flatMap(([path, limit, pad = "x"]) => {
  const fits = (value: string, kept = value) => one(path, value, { [path]: kept });
  const over = (value: string) => one(path, value, [path, "too-long"]);
  const edge = [
    fits(pad.repeat(limit)),
    fits(pad.repeat(limit - 1)),
    fits(`  ${pad.repeat(limit)} `, pad.repeat(limit)),
    over(pad.repeat(limit + 1)),
    over(pad.repeat(limit * 10)),
  ];
  if (pad !== "x") return edge;
  const pairs = astral.repeat(Math.floor(limit / 2));
  return [
    ...edge,
    fits(pairs),
    over(`${pairs}${astral}`),
    // Counted after composition: e and its accent are one unit.
    fits("e\u0301".repeat(limit), "\u00e9".repeat(limit)),
    over("e\u0301".repeat(limit + 1)),
    over(`${"x".repeat(limit - 1)}${astral}`),
  ];
});
