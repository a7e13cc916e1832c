import type { Plugin, Rolldown } from "vite";

/** What draws the first screen of a station, beside what every station needs. */
const frames: readonly (readonly [end: string, chunk: string])[] = [
  ["/station/AgentGate.tsx", "agent"],
  ["/frame/TouchFrame.tsx", "agent"],
  ["/frame/DeskFrame.tsx", "desk"],
  ["/frame/VisitorFrame.tsx", "visitor"],
  ["/kiosk/KioskGuard.tsx", "kiosk"],
];
const words = "words";
/** Pages with a script of their own, loaded when the page is opened. */
const apart = /\/form\/(outbox|today|settings|setup|pages|event|who)\/|\/station\/Picker\.tsx/;
const order = ["first", ...new Set(frames.map(([, chunk]) => chunk)), words, "rest"];

/**
 * A script of its own for: what every first screen needs, each frame, each page and heavy extra; one for all the rest of
 * the form, which is loaded after the first key. Small scripts cost a request each, and compress worse.
 */
export const chunks: Rolldown.CodeSplittingOptions = {
  // In this order: a group takes along what its modules import, unless one before it has taken that.
  groups: order.map((chunk, index) => ({
    debugName: chunk,
    priority: order.length - index,
    name: (id, graph) => (chunkOf(id, graph) === chunk ? chunk : null),
  })),
};

function chunkOf(id: string, graph: Rolldown.ChunkingContext): string | undefined {
  if (id.endsWith("en.json?rest")) return words;
  // Its importers are the icons, and theirs is the index below.
  if (id.endsWith("/form/createIcon.ts")) return "first";
  const roots = rootsOf(id, graph);
  if (roots.has("entry")) return "first";
  const wanted = new Set([...roots].map(chunkFrom));
  const [frame, another] = frames.map(([, chunk]) => chunk).filter((chunk) => wanted.delete(chunk));
  return another ? "first" : (frame ?? (wanted.has("rest") ? "rest" : undefined));
}

const chunkFrom = (root: string): string =>
  frames.find(([end]) => root.endsWith(end))?.[1] ?? (apart.test(root) || !root.includes("/src/") ? "apart" : "rest");

/** The modules that are the page's entry or loaded by an `import()`, and that lead to this one. */
function rootsOf(id: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const roots = new Set<string>();
  const seen = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const info = seen.has(next) ? null : graph.getModuleInfo(next);
    seen.add(next);
    if (info?.isEntry) roots.add("entry");
    if (info && info.dynamicImporters.length > 0) roots.add(next);
    // The icons' index imports them all, so each would seem to be needed everywhere: they go with what draws them.
    waiting.push(...(info?.importers.filter((importer) => !/\/lucide-react\.m?js$/.test(importer)) ?? []));
  }
  return roots;
}

/** The scripts that a station's first screen needs, by the first part of its address: written into dist/preloads.json. */
const neededAt = { s: ["agent", "desk"], kiosk: ["kiosk", "visitor", words], embed: ["visitor"] };

/** Tells the proxy what to name in a page's head, so that the browser fetches it all at once. */
export const preloads = (): Plugin => ({
  name: "foyer:preloads",
  generateBundle(_options, bundle) {
    const scripts = Object.values(bundle).filter((output) => output.type === "chunk");
    const entry = scripts.filter(({ isEntry }) => isEntry);
    const withImports = (files: readonly string[]): readonly string[] =>
      files.flatMap((file) => {
        const { imports = [] } = scripts.find(({ fileName }) => fileName === file) ?? {};
        return [file, ...withImports(imports)];
      });
    const filesOf = (names: readonly string[]) => {
      const wanted = scripts.filter(({ name }) => names.includes(name));
      const files = new Set(withImports([...entry, ...wanted].map(({ fileName }) => fileName)));
      return [...files].filter((file) => entry.every(({ fileName }) => fileName !== file)).map((file) => `/${file}`);
    };
    const source = JSON.stringify(
      Object.fromEntries(Object.entries(neededAt).map(([at, names]) => [at, filesOf(names)])),
    );
    this.emitFile({ type: "asset", fileName: "preloads.json", source });
  },
});
