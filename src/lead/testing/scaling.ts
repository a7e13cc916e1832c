/** Texts on which careless code takes quadratic time or more. They are repeated to any length. */
export const hostileTexts: readonly string[] = [
  ..."a 1.@,-\"'<>/:;()[]{}+#?&|\t\n\r\u0301\u200b\u200d\u202e\u2068\ufe0f\u0000\ud83d\udc00\uff11€W٠ש",
  "\u0301\u0316",
  "\u0316\u0301",
  "a\u0301\u0316",
  "e\u0301\u0323".repeat(12) + "\u0301\u0316".repeat(15),
  "\u0344\u0f73",
  "\u1100\u1161\u11a8",
  "👩\u200d",
  "\u200da",
  "🇫🇷",
  "\ud83d\ud83d\ude00",
  "\r\n ",
  " a",
  "  1",
  "1 ",
  "1,",
  "1.",
  "@.",
  "a@",
  "a.",
  ".a@",
  "a@a.",
  "a@a.com ",
  "a@a.com,",
  "a a@a",
  "<a@a.com>,",
  '"a" <',
  "'a",
  "((",
  "[a](",
  "mailto:",
  "mailto:?",
  "(at)",
  " at ",
  " dot ",
  " or ",
  "1/",
  "4155550134/",
  "+1 (415) 555-0134 x",
  "A-1-",
  "http://",
  "${",
  "-- foyer\nref ",
];

/** Prefixes for the repeated part. Each part gets one of them. */
const starts = ["a@b.", "http://1", "1 "] as const;

export interface HostileText {
  readonly name: string;
  readonly of: (length: number) => string;
}
/** Each part alone and after a prefix that some rules accept. The quotation mark at the end fails most rules. */
export const hostile: readonly HostileText[] = hostileTexts.flatMap((part, index) =>
  ["", starts[index % starts.length] ?? ""].map((start) => ({
    name: `${JSON.stringify(start)} ${JSON.stringify(part).slice(0, 40)}`,
    of: (length) => `${start}${filled(part, length)}"`,
  })),
);

/**
 * Both doublings must fail: at one length the engine may change how it allocates or compiles, which costs more once. The
 * ratio of a quadratic part only grows.
 */
const lengths = [6144, 12_288] as const;
const mostTimes = 2.5;
/** A call that takes less did not read the text: only its length was judged. Its times are the compiler's. */
const unreadMs = 0.001;
/** Each compared time is the minimum of several. Each takes enough calls to be far above the timer's precision. */
const rounds = [
  { times: 2, leastMs: 0.5 },
  { times: 4, leastMs: 8 },
  { times: 8, leastMs: 30 },
  { times: 30, leastMs: 30 },
] as const;

/** A call that takes less than this for the longest text is too fast to hold anybody up, however its time grows. */
const harmlessMs = 1;
/** How often it is called in each try: the engine compiles the code in the first calls. */
const tries = [1, 2, 4, 8] as const;

/**
 * Throws if doubling the text takes more than 2.5 times as long, at both lengths. Passes code that takes less than 1 ms
 * for the longest text.
 */
export function expectLinear(name: string, run: (length: number) => () => unknown): void {
  const longest = run(2 * lengths[1]);
  if (tries.some((count) => msOf(longest, count) < count * harmlessMs)) return;
  const excesses: string[] = [];
  for (const length of lengths) {
    const excess = excessOf(run(length), run(2 * length));
    if (excess === undefined) return;
    excesses.push(`${length} units ${excess}`);
  }
  throw new Error(`${name}: ${excesses.join("; ")}`);
}

/**
 * The times if `whole` takes too long for twice of `half`. Measures both in turn, and a too high ratio again, with longer
 * measurements.
 */
function excessOf(half: () => unknown, whole: () => unknown): string | undefined {
  let seen = "";
  for (const { times, leastMs } of rounds) {
    const calls = callsFor(half, leastMs);
    let halfMs = Infinity;
    let wholeMs = Infinity;
    for (let time = 0; time < times; time++) {
      halfMs = Math.min(halfMs, msOf(half, calls));
      wholeMs = Math.min(wholeMs, msOf(whole, calls));
    }
    if (wholeMs <= halfMs * mostTimes || wholeMs / calls < unreadMs) return undefined;
    seen = `${calls} times: ${halfMs.toFixed(1)} ms, twice as much ${wholeMs.toFixed(1)} ms`;
  }
  return seen;
}

/** How many calls take this long. The first calls also let the engine compile the code. */
function callsFor(run: () => unknown, leastMs: number): number {
  let calls = 1;
  while (msOf(run, calls) < leastMs) calls *= 2;
  return calls;
}

/** CPU time, so that other processes on the machine do not count. */
function msOf(run: () => unknown, calls: number): number {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Repeats a part up to `length` UTF-16 units. */
export const filled = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);
