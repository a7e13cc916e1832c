import type { Rolldown } from "vite";

/** Every frame needs them for its first screen; in pieces they are 1 kB more. */
const inEveryFrame =
  /rolldown\/runtime\.js$|\/form\/(frame\/StepTitle\.tsx|deviceKeys\.ts|createIcon\.ts|frame\/Wordmark\.tsx)$/;

/**
 * What index.html needs to draw its first screen is one chunk: fewer requests, and 2 kB less than in pieces. Everything
 * else is a chunk where `import()` says so.
 */
export const firstScreen: Rolldown.CodeSplittingOptions = {
  groups: [
    {
      debugName: "first",
      name: (id, graph) => (inEveryFrame.test(id) || isNeededAtOnce(id, graph, new Set()) ? "first" : null),
    },
  ],
};

function isNeededAtOnce(id: string, graph: Rolldown.ChunkingContext, seen: Set<string>): boolean {
  // The icons' index imports them all, so each would seem to be needed: they go with what draws them.
  if (seen.has(id) || id.includes("/lucide-react/")) return false;
  seen.add(id);
  const info = graph.getModuleInfo(id);
  return info != null && (info.isEntry || info.importers.some((importer) => isNeededAtOnce(importer, graph, seen)));
}
