import { useQuery } from "@tanstack/react-query";
import { ask } from "../browser/api.ts";
import { keepPages } from "../browser/cachedPages.ts";
import { recall } from "../browser/device.ts";
import { keysFrom } from "../browser/deviceKeys.ts";
import { queryClient } from "../browser/queryClient.ts";
import { lastStation } from "./lastStation.ts";
import { lastStations } from "./loadStation.ts";
import { keepCopy, orLast } from "./orLast.ts";
import type { FormStation } from "./useStation.ts";

/** The stations that this device may open. */
export const useStations = () =>
  useQuery(
    {
      queryKey: ["stations"],
      queryFn: () =>
        orLast("stations", askStations(), () => lastStations() ?? seenStations(), `station:${lastStation()?.id}`),
      // Signed out, or without a network and a copy: the page's boundary shows the error.
      throwOnError: (_, { state }) => state.data === undefined,
    },
    queryClient,
  );

/** The stations whose pages this device has opened: it may never have asked for the list. */
function seenStations(): readonly FormStation[] | undefined {
  const seen = keysFrom("station:").flatMap((key) => recall<FormStation>(key) ?? []);
  return seen.length > 0 ? seen : undefined;
}

async function askStations(): Promise<readonly FormStation[]> {
  const { stations } = await ask<{ stations: readonly FormStation[] }>("GET", "/api/stations");
  keepCopy("stations", stations);
  keepPages(stations.flatMap(pageOf));
  return stations;
}

/** The page to cache. A form embedded in another site is not cached: it opens only with a network. */
const pageOf = ({ id, profile }: FormStation) =>
  profile === "embed" ? [] : [profile === "kiosk" ? `/kiosk/${id}` : `/s/${id}`];
