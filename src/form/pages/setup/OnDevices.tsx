import { useFormatter, useTranslations } from "use-intl";
import type { FormStation } from "../../station/useStation.ts";
import { useDeviceName, useDevices } from "../devices/useDevices.ts";

/** Which devices of the station have what is saved, and which still show an earlier version. */
export function OnDevices({ station: { id, version } }: { readonly station: FormStation }) {
  const t = useTranslations("setup");
  const format = useFormatter();
  const nameOf = useDeviceName();
  const { data } = useDevices();
  const all = (data?.devices ?? []).filter(({ station, revokedAt }) => station === id && revokedAt === undefined);
  if (all.length === 0) return <p className="text-ink-2">{t("onDevices.none")}</p>;
  const older = all.filter(({ stationVersion }) => stationVersion !== version);
  return (
    <>
      <p>{t("onDevices.count", { count: all.length - older.length, all: all.length })}</p>
      {older.length > 0 && (
        <ul className="grid gap-1 text-ink-2">
          {older.map((device) => (
            <li key={device.id}>
              <bdi>{nameOf(device)}</bdi>
              {": "}
              {t("onDevices.older", {
                time: format.dateTime(new Date(device.seenAt), { dateStyle: "medium", timeStyle: "short" }),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
