import { useQuery } from "@tanstack/react-query";
import { ask } from "../api.ts";
import { queryClient } from "../queryClient.ts";
import type { FormStation } from "./useStation.ts";

/** The stations this device may open. */
export const useStations = () =>
  useQuery(
    {
      queryKey: ["stations"],
      queryFn: async () => (await ask<{ stations: readonly FormStation[] }>("GET", "/api/stations")).stations,
      // Signed out, or never reached: the page's boundary says so.
      throwOnError: (_, { state }) => state.data === undefined,
    },
    queryClient,
  );
