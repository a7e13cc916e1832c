import { ChevronRight, Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { onDemand } from "../../ui/onDemand.tsx";
import { useRoute } from "../../browser/route.ts";
import { CannotRecognize } from "../../station/CannotRecognize.tsx";
import { Link } from "../../ui/Link.tsx";
import { row } from "../../ui/row.ts";
import { ClearDevice } from "./ClearDevice.tsx";
import { StationLinks } from "./StationLinks.tsx";
import { settings, type Choice as ChoiceOf, type Setting } from "../../browser/settings.ts";
import { changeSetting, useSetting } from "../../browser/useSetting.ts";

const StationSetup = onDemand(() => import("../setup/StationSetup.tsx"), "StationSetup");

/** The settings of this device, or of one station: `/settings/:station`. */
export function SettingsPage() {
  const [, station] = useRoute();
  return station === undefined ? <DeviceSettings /> : <StationSetup key={station} id={station} />;
}

/** Settings that are stored on this device and never sent. */
function DeviceSettings() {
  const t = useTranslations("settings");
  const names = Object.keys(settings) as Setting[];
  return (
    <PageFrame title={t("title")}>
      <CannotRecognize />
      <p className="text-ink-2">{t("here")}</p>
      <div className="card grid gap-6 p-5">
        {names.map((name) => (
          <Choices key={name} name={name} />
        ))}
      </div>
      <ul className="card divide-y divide-line">
        <li>
          <Link to="/devices" className={row}>
            <span className="flex-1">
              {t("devices")} <span className="font-normal text-ink-3">{t("devicesText")}</span>
            </span>
            <ChevronRight aria-hidden="true" className="text-ink-3" />
          </Link>
        </li>
        <li>
          <a href="/api/consents/export" download className={row}>
            <span className="flex-1">
              {t("consents")} <span className="font-normal text-ink-3">{t("consentsText")}</span>
            </span>
            <Download aria-hidden="true" className="text-ink-3" />
          </a>
        </li>
      </ul>
      <StationLinks />
      <ClearDevice />
    </PageFrame>
  );
}

function Choices<Name extends Setting>({ name }: { readonly name: Name }) {
  // The keys are made from data. `ChoiceOf` and `Setting` contain all of them.
  const t = useTranslations("settings") as unknown as (key: string) => string;
  const now = useSetting(name);
  const choices: readonly ChoiceOf<Name>[] = settings[name];
  return (
    <Choice
      name={name}
      legend={t(`${name}.title`)}
      values={choices}
      now={now}
      wordOf={(choice) => t(`${name}.${choice}`)}
      onChange={(choice) => changeSetting(name, choice)}
    />
  );
}
