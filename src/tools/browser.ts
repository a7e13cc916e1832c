import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { browserArgs } from "./browserArgs.ts";
import { root } from "./children.ts";
import { finishes } from "./finishes.ts";
import { installOnDebian } from "./installOnDebian.ts";

export interface Browser {
  /** If absent, Playwright uses the browser that it installed. */
  readonly path?: string;
  /** The environment variables that it needs. */
  readonly env: Readonly<Record<string, string>>;
}
interface Place {
  readonly name: string;
  readonly look: () => Promise<readonly Browser[]>;
}

/** The headless shell is first: it draws pages with about half the work, because it has no windows. */
const names = ["chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
const macChrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

const own: Browser = { env: {} };
const at = (paths: readonly string[]): readonly Browser[] => paths.map((path) => ({ path, env: {} }));
const given = () => process.env["CHROMIUM_PATH"];

/** Where a browser may be, cheapest first. The last three download or unpack one. */
const places: readonly Place[] = [
  { name: "CHROMIUM_PATH", look: async () => at([given() ?? ""].filter(Boolean)) },
  { name: "Playwright's own", look: async () => [own] },
  { name: "the system's", look: async () => at(system()) },
  { name: "npx playwright install", look: installed },
  { name: "apt-get install", look: debian },
  { name: "@sparticuz/chromium", look: shipped },
];

/** Returns the first browser that renders a page, or undefined if none does. Reports each attempt with `say`. */
export async function findBrowser(say: (line: string) => void): Promise<Browser | undefined> {
  for (const { name, look } of places) {
    for (const browser of await look()) {
      const answer = await run(browser);
      say(`browser: ${name} ${browser.path ?? ""}: ${answer.version ?? `does not run: ${answer.reason}`}`);
      if (answer.version) return browser;
      // If CHROMIUM_PATH is set, no other browser is tried.
      if (given()) return undefined;
    }
  }
  return undefined;
}

/** The path of a browser with a window's history and suggestions, which the headless shell does not have; if any. */
export const fullBrowser = (): string | undefined =>
  [given() ?? "", ...system()].find((path) => path !== "" && !path.endsWith("headless-shell"));

export const howToGetOne = [
  "No browser that runs was found, and none could be fetched. Any one of these helps:",
  "  npx playwright install --with-deps chromium-headless-shell",
  "  sudo apt-get install -y chromium",
  "  CHROMIUM_PATH=/path/to/chrome npm test",
].join("\n");

/** Renders a page, because a browser that exists may lack libraries. */
async function run({ path, env }: Browser): Promise<{ version?: string; reason?: string }> {
  try {
    const browser = await chromium.launch({
      ...(path ? { executablePath: path } : {}),
      args: [...browserArgs],
      env: { ...process.env, ...env },
      timeout: 60_000,
    });
    try {
      const page = await browser.newPage();
      await page.setContent("<h1>ready</h1>");
      const drawn = await page.locator("h1").evaluate((heading) => heading.getBoundingClientRect().height > 0);
      return drawn ? { version: browser.version() } : { reason: "it drew nothing" };
    } finally {
      await browser.close();
    }
  } catch (error) {
    const said = String(error).split("\n");
    const why = said.find((line) => /error while loading|doesn't exist|not found/.test(line)) ?? said[0] ?? "";
    return { reason: why.trim() };
  }
}

function system(): readonly string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, macChrome].filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installed(): Promise<readonly Browser[]> {
  const cli = join(root, "node_modules/@playwright/test/cli.js");
  return (await finishes(process.execPath, [cli, "install", "chromium-headless-shell"])) ? [own] : [];
}

async function debian(): Promise<readonly Browser[]> {
  const isHere =
    (await installOnDebian(["chromium-headless-shell", "chromium"])) || (await installOnDebian(["chromium"]));
  return isHere ? at(system()) : [];
}

/** Unpacks the browser of an npm package (Linux on x64), including its libraries for machines without them. */
async function shipped(): Promise<readonly Browser[]> {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const folder = join(root, "node_modules/.cache/foyer-browser");
  mkdirSync(folder, { recursive: true });
  // The package reads both variables on import: where to unpack, and to use its own libraries.
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" });
  const { default: sparticuz } = await import("@sparticuz/chromium");
  const path = await sparticuz.executablePath();
  const libraries = process.env["LD_LIBRARY_PATH"] ?? "";
  process.env = before;
  // Its own fonts.conf searches only /tmp. Without a font every line of text has a height of 0 pixels.
  const fonts = ["/usr/share/fonts", "/usr/local/share/fonts", join(folder, "fonts")];
  const dirs = fonts.map((dir) => `<dir>${dir}</dir>`).join("");
  writeFileSync(
    join(folder, "fonts.conf"),
    `<fontconfig>${dirs}<cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>`,
  );
  return [{ path, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder } }];
}
