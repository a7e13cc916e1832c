import { use } from "react";
import { useTranslations } from "use-intl";
import { config } from "../../browser/config.ts";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { useStations } from "../../station/useStations.ts";
import { DeviceRow } from "./DeviceRow.tsx";
import { useDevices } from "./useDevices.ts";
import { Note } from "../../ui/Note.tsx";

const columns = ["device", "version", "contact", "unsent"] as const;

/** The devices that take leads: who they are, and what waits on them. */
export function DevicesPage() {
  const t = useTranslations("devices");
  const { data, isError } = useDevices();
  const stations = useStations().data ?? [];
  const canRevoke = use(config())?.signIn === true;
  const nameOf = (id: string | undefined) => stations.find((station) => station.id === id)?.name;
  return (
    <PageFrame title={t("title")} wide>
      <p className="-mt-4 text-ink-2">{t("text")}</p>
      {isError && <Note look="over">{t("unreachable")}</Note>}
      {data?.devices.length === 0 && <p className="text-lg text-ink-2">{t("empty")}</p>}
      {data && data.devices.length > 0 && (
        <div className="card overflow-hidden" role="table" aria-label={t("title")}>
          <div
            role="row"
            className="hidden grid-cols-[3fr_2fr_2fr_1.5fr_6rem] gap-4 bg-sunken px-5 py-2.5 text-sm font-semibold text-ink-3 md:grid"
          >
            {columns.map((column) => (
              <span key={column} role="columnheader">
                {t(`columns.${column}`)}
              </span>
            ))}
            <span role="columnheader">
              <span className="sr-only">{t("columns.action")}</span>
            </span>
          </div>
          {data.devices.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              build={data.build}
              station={nameOf(device.station)}
              canRevoke={canRevoke}
            />
          ))}
        </div>
      )}
      <p className="text-sm text-ink-3">{t(canRevoke ? "keeps" : "noPasscode")}</p>
    </PageFrame>
  );
}
