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
/** A test, or code that only tests use. */
const isTest = (path: string) => /\.test\.tsx?$|\/(testing|trials)\//.test(path);
const roomOf = (path: string) => rooms.find((room) => path.startsWith(`src/${room}/`));

const source = [...filesIn("src"), ...filesIn("e2e")];
const code = source.filter((path) => /\.(ts|tsx|js|css)$/.test(path));

interface Import {
  readonly from: string;
  readonly what: string;
}
/** All static and dynamic imports and `export … from`, including type imports. Imports inside comments are ignored. */
const imports: readonly Import[] = code
  .filter((path) => !path.endsWith(".css"))
  .flatMap((from) => {
    const text = read(from).replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "$1");
    const found = text.matchAll(
      /(?:^|[\s;}])(?:import|export)\s[^"'`;()]*?from\s*["']([^"']+)["']|(?:^|[\s;(])import\s*\(?\s*["']([^"']+)["']/gm,
    );
    return [...found].map(([, named, bare]) => ({ from, what: named ?? bare ?? "" }));
  });

/** The target of a relative import, as a path from the root. */
const target = ({ from, what }: Import) => relative(root, join(root, dirname(from), what));
const isRelative = ({ what }: Import) => what.startsWith(".");
const shown = ({ from, what }: Import) => `${from}: ${what}`;
const inRoom = (room: string) => imports.filter(({ from }) => roomOf(from) === room && !isTest(from));

test("finds more than 100 imports", () => {
  expect(imports.length).toBeGreaterThan(100);
});

test("relative imports stay inside their room", () => {
  // Exceptions: stories and the proxy's tests may start processes with the tools, and a theme test reads the design
  // tokens.
  const stays = (one: Import) => {
    const here = roomOf(one.from);
    if (here === "proxy" && isTest(one.from) && target(one).startsWith("src/tools/")) return true;
    if (here === "form" && isTest(one.from) && target(one) === "tailwind.config.ts") return true;
    if (here === undefined) return target(one).startsWith("e2e/") || target(one).startsWith("src/tools/");
    return roomOf(target(one)) === here;
  };
  expect(imports.filter((one) => isRelative(one) && !stays(one)).map(shown)).toEqual([]);
});

test("only #lead imports may leave a room, and their targets exist", () => {
  const hashed = imports.filter(({ what }) => what.startsWith("#"));
  const paths = new Set(source);
  const wrong = hashed.filter(({ what }) => !paths.has(what.replace(/^#lead\//, "src/lead/")));
  expect(wrong.map(shown)).toEqual([]);
  const may = ({ from }: Import) =>
    ["form", "proxy"].includes(roomOf(from) ?? "") || (roomOf(from) === "tools" && isTest(from));
  expect(hashed.filter((one) => !may(one)).map(shown)).toEqual([]);
  expect(Object.keys(JSON.parse(read("package.json")).imports)).toEqual(["#lead/*"]);
});

test("each room imports only allowed packages", () => {
  const foreign = (room: string, allowed: RegExp) =>
    inRoom(room).filter((one) => !isRelative(one) && !allowed.test(one.what));
  expect(foreign("lead", /^zod\/mini$/).map(shown)).toEqual([]);
  expect(foreign("sandbox", /^(node:.+|zod(\/mini)?)$/).map(shown)).toEqual([]);
  expect(foreign("form", /^(?!node:|hono|@hono|pg$|pino$|undici$|prom-client|rate-limiter)/).map(shown)).toEqual([]);
  expect(foreign("proxy", /^(?!react|@tanstack|@hookform|downshift|idb|use-intl|lucide|vite)/).map(shown)).toEqual([]);
  const isFloor = ({ from, what }: Import) =>
    from.startsWith("src/tools/benchApp/floors/react/") && /^react(-dom\/client)?$/.test(what);
  expect(
    foreign(
      "tools",
      /^(node:.+|pg|qr|http-proxy-middleware|vite|vitest\/node|@vitejs\/plugin-react|@playwright\/test|@sparticuz\/chromium)$/,
    )
      .filter((one) => !isFloor(one))
      .map(shown),
  ).toEqual([]);
});

/**
 * The floors of three rooms, from top to bottom. "." is the room's own folder. A file may import from its own folder and
 * from lower floors. Tests, testing/ and trials/ are exempt. A page that is not listed is right above "pages"; the topics
 * of fields belong to the floor of src/lead/ itself.
 */
const floors = {
  lead: ["submission", "station", "."],
  form: [
    "build",
    ".",
    "pages/station",
    "pages/outbox",
    "pages/leave",
    "pages/paper",
    "pages/today",
    "pages/leads",
    "pages/people",
    "pages/picker",
    "pages/settings",
    "pages/setup",
    "pages/setup/preview",
    "pages/setup/sections",
    "pages/setup/edits",
    "pages/devices",
    "pages",
    "lead/kiosk",
    "lead",
    "lead/frame",
    "lead/desk",
    "lead/duplicates",
    "lead/steps",
    "lead/draft",
    "sending",
    "sending/queue",
    "question",
    "question/controls",
    "question/messages",
    "question/answers",
    "station/event",
    "station/who",
    "station",
    "ui/house",
    "ui",
    "words",
    "theme",
    "browser",
  ],
  proxy: [
    ".",
    "check",
    "routes",
    "pages",
    "staff",
    "intake",
    "delivery",
    "crm",
    "guard",
    "store",
    "store/migrations",
    "store/database",
    "store/keys",
    "store/driver",
    "http",
    "platform",
  ],
} as const;

test.each(["lead", "form", "proxy"] as const)(
  "src/%s: every folder has a floor, and no file imports from a higher floor",
  (room) => {
    const order: readonly string[] = floors[room];
    const folderOf = (path: string) => relative(`src/${room}`, dirname(path)).replace(/^topics$/, "") || ".";
    const floorOf = (path: string) => {
      const folder = folderOf(path);
      const isOwnPage = /^pages\/[^/]+$/.test(folder) && !order.includes(folder);
      return isOwnPage ? order.indexOf("pages") - 0.5 : order.indexOf(folder);
    };
    const isUpwards = (from: string, to: string) =>
      floorOf(to) < floorOf(from) || (floorOf(to) === floorOf(from) && folderOf(to) !== folderOf(from));
    const here = inRoom(room).filter((one) => isRelative(one) && /\.(tsx?|js)$/.test(target(one)));
    expect(here.length).toBeGreaterThan(80);
    const without = here
      .filter(({ from }) => floorOf(from) < 0)
      .map(({ from }) => `no floor here for ${dirname(from)}`);
    expect([...new Set(without)]).toEqual([]);
    expect(here.filter((one) => isUpwards(one.from, target(one))).map(shown)).toEqual([]);
  },
);

test("intake and delivery do not import each other: both use the store", () => {
  const meets = (one: Import) =>
    (one.from.startsWith("src/proxy/intake/") && target(one).startsWith("src/proxy/delivery/")) ||
    (one.from.startsWith("src/proxy/delivery/") && target(one).startsWith("src/proxy/intake/"));
  expect(inRoom("proxy").filter(meets).map(shown)).toEqual([]);
});

test("no imports of tests, no barrel files", () => {
  expect(imports.filter(({ what }) => /\.test(\.tsx?)?$/.test(what)).map(shown)).toEqual([]);
  const helping = imports.filter(({ from, what }) => what.includes("testing/") && !isTest(from));
  expect(helping.map(shown)).toEqual([]);
  expect(code.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  expect(code.filter((path) => path.startsWith("src/") && /^export (\*|\{[^}]*\}) from/m.test(read(path)))).toEqual([]);
});

test("no source file has more than 200 lines", () => {
  const ours = code.filter((path) => !isTest(path) && path.startsWith("src/") && !path.endsWith(".css"));
  expect(ours.filter((path) => linesOf(path) > 200).map((path) => `${path}: ${linesOf(path)}`)).toEqual([]);
});

test("no test ids, no maxlength, no snapshots, no mocks of our own modules", () => {
  const others = code.filter((path) => path !== "src/rooms.test.ts");
  expect(others.filter((path) => /data-testid|getByTestId/i.test(read(path)))).toEqual([]);
  // zod's `maxLength(` is a check. Only an attribute or a property of an element is wrong.
  const form = others.filter((path) => roomOf(path) === "form");
  expect(form.filter((path) => /\bmaxlength\s*[=:]/i.test(read(path)))).toEqual([]);
  expect(source.filter((path) => /\.snap$|__snapshots__|-snapshots\//.test(path))).toEqual([]);
  expect(others.filter((path) => /toMatch\w*Snapshot|vi\.mock\(\s*["'][.#]/.test(read(path)))).toEqual([]);
});

test("the top level holds only what the plan lists", () => {
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

test("the lockfile names no host, so that everyone can install from their own registry", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, { resolved?: string }> };
  const resolved = Object.values(packages).flatMap((one) => one.resolved ?? []);
  expect(resolved).toEqual([]);
});

test("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, at]) => !/^\d+\.\d+\.\d+$/.test(at));
  expect(loose).toEqual([]);
});

test('every text box has dir="auto"', () => {
  const boxes = code
    .filter((path) => roomOf(path) === "form" && path.endsWith(".tsx") && !isTest(path))
    .flatMap((path) => [...read(path).matchAll(/<(input|textarea)\b[\s\S]*?\/>/g)].map(([box]) => ({ path, box })));
  const isText = ({ path, box }: (typeof boxes)[number]) =>
    /^<textarea|type="text"/.test(box) || path.endsWith("/ui/TextBox.tsx");
  const texts = boxes.filter(isText);
  expect(texts.filter(({ path }) => path.endsWith("/ui/TextBox.tsx")).length).toBe(2);
  expect(texts.filter(({ box }) => !box.includes('dir="auto"')).map(({ path }) => path)).toEqual([]);
});
