/** Texts on which careless code takes quadratic time or longer: repeated up to any length. */
export const hostileTexts: readonly string[] = [
  ..."a 1.@,-\"'<>/:\t\n\r\u0301\u200b\u202e\u0000\ud83d",
  "\u0301\u0316",
  "a\u0301\u0316",
  "e\u0301\u0323".repeat(12) + "\u0301\u0316".repeat(15),
  "\u0344\u0f73",
  "\u1100\u1161\u11a8",
  "👩\u200d",
  "🇫🇷",
  "\r\n ",
  "@.",
  "a@",
  "a.",
  "a@a.",
  "a@a.com ",
  "<a@a.com>,",
  "mailto:",
  "(at)",
  " at ",
  " or ",
  "1/",
  "4155550134/",
  "٠",
  "${",
  "-- foyer\nref ",
];

const short = 32_768;
/** Faster than this at the longest body that is taken, nobody waits. */
const unnoticedMs = 50;
const mostTimes = 2.5;

/**
 * Throws when doubling the input takes more than 2.5 times as long. The best of several tries counts: others use the
 * machine too.
 */
export function expectLinear(name: string, run: (length: number) => () => unknown): void {
  let seen = "";
  for (let tries = 0; tries < 6; tries++) {
    const long = best(run(2 * short), 1 + tries);
    if (long <= unnoticedMs) return;
    const half = best(run(short), 1 + tries);
    if (long <= half * mostTimes) return;
    seen = `${half.toFixed(1)} ms, twice as much ${long.toFixed(1)} ms`;
    if (long > 3_000) break;
  }
  throw new Error(`${name}: ${seen}`);
}

function best(run: () => unknown, times: number): number {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const from = performance.now();
    run();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

/** A text of so many units. */
export const filled = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);
