import { readBuilt } from "./built.ts";
import { refusedFrame } from "./refusedFrame.ts";
import { stationPages } from "./stationPage.ts";

type Rest = Omit<Parameters<typeof stationPages>[0], "built">;

/** Returns the pages that the built app in this folder renders. */
export async function builtPages(folder: string, rest: Rest) {
  const built = await readBuilt(folder);
  return {
    pages: stationPages({ built, ...rest }),
    refusedFrame: (parent: string | undefined, wanted: readonly string[]) => refusedFrame(built, parent, wanted),
  };
}
