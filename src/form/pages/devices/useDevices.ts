import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { DeviceAction, DeviceList, DeviceView } from "#lead/submission/deviceReport.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";

const againMs = 10_000;
const queryKey = ["devices"];

/** The devices that take leads, as they last told the proxy. Polled every 10 s. */
export const useDevices = () =>
  useQuery({ queryKey, queryFn: () => ask<DeviceList>("GET", "/api/devices"), refetchInterval: againMs }, queryClient);

export const useDeviceAction = (id: string) =>
  useMutation(
    {
      mutationFn: (action: DeviceAction) => ask("POST", `/api/devices/${encodeURIComponent(id)}`, action),
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    },
    queryClient,
  );

/** Returns a function that returns a device's name. One without a name is called by its kind and number. */
export function useDeviceName(): (device: DeviceView) => string {
  const t = useTranslations("devices");
  return ({ name, kind, number }) => name ?? t(`unnamed.${kind}`, { number });
}
