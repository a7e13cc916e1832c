/** Texts up to this length are shown whole. */
const shortest = 60;
/** The characters before and after the difference that are shown with it. */
const around = 16;

/** The parts of two long texts that differ, with a few characters around them. Short texts stay whole. */
export function differing(one: string, other: string): readonly [one: string, other: string] {
  if (Math.max(one.length, other.length) <= shortest) return [one, other];
  const [a, b] = [[...one], [...other]];
  const most = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < most && a[begin] === b[begin]) begin++;
  let end = 0;
  while (end < most - begin && a.at(-1 - end) === b.at(-1 - end)) end++;
  const from = begin > around ? begin - around : 0;
  const after = Math.max(0, end - around);
  const cut = (text: readonly string[]) =>
    `${from > 0 ? "…" : ""}${text.slice(from, text.length - after).join("")}${after > 0 ? "…" : ""}`;
  return [cut(a), cut(b)];
}
