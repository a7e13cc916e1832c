import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import type { WholeLead } from "#lead/submission/staffAnswers.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";

type Change = readonly [method: "POST" | "DELETE", what: "withdrawal" | "opt-outs"];

type Told = Pick<UseMutationOptions<WholeLead, Error, Change>, "onSuccess" | "onError">;

/**
 * Changes whether the person of a lead may be contacted, and reads again what shows it. `told` is called before that.
 */
export const useContactChange = (id: string, told: Told = {}) =>
  useMutation(
    {
      ...told,
      mutationFn: ([method, what]: Change) => ask<WholeLead>(method, `/api/outbox/${id}/${what}`),
      onSettled: (_, error) => {
        const again = Promise.all(["today", "outbox"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
        // While it is pending, a press does nothing. After a failure people press again at once.
        return error ? undefined : again;
      },
    },
    queryClient,
  );
