import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const rooms = ["lead", "form", "proxy", "sandbox", "tools"] as const;

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(root, path)).isDirectory() ? filesIn(path) : [path];
  });
const read = (path: string) => readFileSync(join(root, path), "utf8");
const linesOf = (path: string) => read(path).trimEnd().split("\n").length;
/** A test, or what only tests use. */
const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path);
const roomOf = (path: string) => rooms.find((room) => path.startsWith(`src/${room}/`));

const source = [...filesIn("src"), ...filesIn("e2e")];
const code = source.filter((path) => /\.(ts|tsx|js|css)$/.test(path));

interface Import {
  readonly from: string;
  readonly what: string;
}
/** Every import and export … from, static or dynamic, of types too. Comments do not import. */
const imports: readonly Import[] = code
  .filter((path) => !path.endsWith(".css"))
  .flatMap((from) => {
    const text = read(from).replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "$1");
    const found = text.matchAll(
      /(?:^|[\s;}])(?:import|export)\s[^"'`;()]*?from\s*["']([^"']+)["']|(?:^|[\s;(])import\s*\(?\s*["']([^"']+)["']/gm,
    );
    return [...found].map(([, named, bare]) => ({ from, what: named ?? bare ?? "" }));
  });

/** Where a relative import leads, from the top. */
const target = ({ from, what }: Import) => relative(root, join(root, dirname(from), what));
const isRelative = ({ what }: Import) => what.startsWith(".");
const shown = ({ from, what }: Import) => `${from}: ${what}`;
const inRoom = (room: string) => imports.filter(({ from }) => roomOf(from) === room && !isTest(from));

test("imports are found at all", () => {
  expect(imports.length).toBeGreaterThan(100);
});

test("inside a room imports are relative and stay in it", () => {
  // Stories and the proxy's tests may start processes the way the tools do; the theme is held against the design's tokens.
  const stays = (one: Import) => {
    const here = roomOf(one.from);
    if (here === "proxy" && isTest(one.from) && target(one).startsWith("src/tools/")) return true;
    if (here === "form" && isTest(one.from) && target(one) === "tailwind.config.ts") return true;
    if (here === undefined) return target(one).startsWith("e2e/") || target(one).startsWith("src/tools/");
    return roomOf(target(one)) === here;
  };
  expect(imports.filter((one) => isRelative(one) && !stays(one)).map(shown)).toEqual([]);
});

test("out of a room only #lead leads, to a file that is there", () => {
  const hashed = imports.filter(({ what }) => what.startsWith("#"));
  const paths = new Set(source);
  const wrong = hashed.filter(({ what }) => !paths.has(what.replace(/^#lead\//, "src/lead/")));
  expect(wrong.map(shown)).toEqual([]);
  const may = ({ from }: Import) =>
    ["form", "proxy"].includes(roomOf(from) ?? "") || (roomOf(from) === "tools" && isTest(from));
  expect(hashed.filter((one) => !may(one)).map(shown)).toEqual([]);
  expect(Object.keys(JSON.parse(read("package.json")).imports)).toEqual(["#lead/*"]);
});

test("each room imports only what it may", () => {
  const foreign = (room: string, allowed: RegExp) =>
    inRoom(room).filter((one) => !isRelative(one) && !allowed.test(one.what));
  expect(foreign("lead", /^zod\/mini$/).map(shown)).toEqual([]);
  expect(foreign("sandbox", /^(node:.+|zod(\/mini)?)$/).map(shown)).toEqual([]);
  expect(foreign("form", /^(?!node:|hono|@hono|pg$|pino$|undici$|prom-client|rate-limiter)/).map(shown)).toEqual([]);
  expect(foreign("proxy", /^(?!react|@tanstack|@hookform|downshift|idb|use-intl|lucide|vite)/).map(shown)).toEqual([]);
  expect(
    foreign("tools", /^(node:.+|pg|http-proxy-middleware|vite|@playwright\/test|@sparticuz\/chromium)$/).map(shown),
  ).toEqual([]);
});

test("nobody imports a test, and nobody hides files behind a barrel", () => {
  expect(imports.filter(({ what }) => /\.test(\.tsx?)?$/.test(what)).map(shown)).toEqual([]);
  const helping = imports.filter(({ from, what }) => what.includes("testing/") && !isTest(from));
  expect(helping.map(shown)).toEqual([]);
  expect(code.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  expect(code.filter((path) => path.startsWith("src/") && /^export (\*|\{[^}]*\}) from/m.test(read(path)))).toEqual([]);
});

test("a file of code fits a screen", () => {
  const ours = code.filter((path) => !isTest(path) && path.startsWith("src/") && !path.endsWith(".css"));
  expect(ours.filter((path) => linesOf(path) > 200).map((path) => `${path}: ${linesOf(path)}`)).toEqual([]);
});

test("no test ids, no maxlength, no snapshots, no mocks of our own modules", () => {
  const others = code.filter((path) => path !== "src/rooms.test.ts");
  expect(others.filter((path) => /data-testid|getByTestId/i.test(read(path)))).toEqual([]);
  // zod's maxLength( is a check; an attribute or a property of an element is not.
  const form = others.filter((path) => roomOf(path) === "form");
  expect(form.filter((path) => /\bmaxlength\s*[=:]/i.test(read(path)))).toEqual([]);
  expect(source.filter((path) => /\.snap$|__snapshots__|-snapshots\//.test(path))).toEqual([]);
  expect(others.filter((path) => /toMatch\w*Snapshot|vi\.mock\(\s*["'][.#]/.test(read(path)))).toEqual([]);
});

test("the top level holds what the plan lists", () => {
  const allowed = new Set([
    ...[
      "src",
      "public",
      "e2e",
      "node_modules",
      "dist",
      "data",
      "test-results",
      "playwright-report",
      "coverage",
      "screens",
    ],
    ...["index.html", "vite.config.ts", "tailwind.config.ts", "package.json", "package-lock.json", "tsconfig.json"],
    ...["README.md", "LICENSE"],
  ]);
  expect(readdirSync(root).filter((name) => !name.startsWith(".") && !allowed.has(name))).toEqual([]);
  expect(
    readdirSync(join(root, "src")).filter((name) => ![...rooms, "deploy", "rooms.test.ts"].includes(name)),
  ).toEqual([]);
});

test("the lockfile names no host to fetch from: whoever installs uses their own registry", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, { resolved?: string }> };
  const resolved = Object.values(packages).flatMap((one) => one.resolved ?? []);
  expect(resolved).toEqual([]);
});

test("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, at]) => !/^\d+\.\d+\.\d+$/.test(at));
  expect(loose).toEqual([]);
});

test("every box for text takes the direction of what is typed", () => {
  const boxes = code
    .filter((path) => roomOf(path) === "form" && path.endsWith(".tsx") && !isTest(path))
    .flatMap((path) => [...read(path).matchAll(/<(input|textarea)\b[\s\S]*?\/>/g)].map(([box]) => ({ path, box })));
  const texts = boxes.filter(({ box }) => /^<textarea|type="text"/.test(box));
  expect(texts.length).toBeGreaterThan(7);
  expect(texts.filter(({ box }) => !box.includes('dir="auto"')).map(({ path }) => path)).toEqual([]);
});
