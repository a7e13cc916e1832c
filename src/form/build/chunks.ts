import type { Rolldown } from "vite";

/**
 * One script for the form and everything that it draws at once, one script for what several pages share. Each page, each
 * heavy extra and each catalogue has its own script through its `import()`. Many small scripts cost a request each and
 * compress worse.
 */
export const chunks: Rolldown.CodeSplittingOptions = {
  groups: ["form", "shared"].map((chunk, index) => ({
    priority: 2 - index,
    name: (id: string, graph: Rolldown.ChunkingContext) => (chunkOf(id, graph) === chunk ? chunk : null),
  })),
};

/**
 * The path of a script: `words-visitors-es` for the catalogue words/visitors/es.json. The proxy finds the catalogues by
 * these names. A group for each would add a second script that only exports the first one again.
 */
export function fileOf({ facadeModuleId }: Rolldown.PreRenderedChunk): string {
  const [, readers, language] = /\/form\/words\/(visitors|staff)\/([\w-]+)\.json$/.exec(facadeModuleId ?? "") ?? [];
  return `assets/${language ? `words-${readers}-${language}` : "[name]"}-[hash].js`;
}

function chunkOf(id: string, graph: Rolldown.ChunkingContext): string | undefined {
  // Its importers are the icons. Their importer is lucide's index, which imports all icons.
  if (id.endsWith("/form/createIcon.ts")) return "form";
  const roots = rootsOf(id, graph);
  return roots.has("entry") ? "form" : roots.size > 1 ? "shared" : undefined;
}

/** The modules that lead to this one and are the page's entry or are loaded with `import()`. */
function rootsOf(id: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const roots = new Set<string>();
  const seen = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const info = seen.has(next) ? null : graph.getModuleInfo(next);
    seen.add(next);
    if (info?.isEntry) roots.add("entry");
    if (info && info.dynamicImporters.length > 0) roots.add(next);
    waiting.push(...(info?.importers.filter((importer) => !/\/lucide-react\.m?js$/.test(importer)) ?? []));
  }
  return roots;
}
