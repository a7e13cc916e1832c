import { QueryClient } from "@tanstack/react-query";

/** One cache for all pages: a lead that was just saved is counted everywhere at once. */
export const queryClient = new QueryClient({
  // The browser may report "offline" although it can reach a server in the office network.
  defaultOptions: { queries: { networkMode: "always", retry: 1 }, mutations: { networkMode: "always" } },
});
