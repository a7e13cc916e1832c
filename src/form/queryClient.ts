import { QueryClient } from "@tanstack/react-query";

/** One memory of the proxy's answers, so that a lead just saved is counted wherever counts are shown. */
export const queryClient = new QueryClient({
  // A browser that thinks it is offline may still reach the office's own server.
  defaultOptions: { queries: { networkMode: "always", retry: 1 }, mutations: { networkMode: "always" } },
});
