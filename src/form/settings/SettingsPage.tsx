import { useTranslations } from "use-intl";
import { PageFrame } from "../frame/PageFrame.tsx";
import { later } from "../later.ts";
import { Optional } from "../Optional.tsx";
import { useRoute } from "../route.ts";
import { CannotRecognize } from "../station/CannotRecognize.tsx";
import { ClearDevice } from "./ClearDevice.tsx";
import { StationLinks } from "./StationLinks.tsx";
import { settings, type Choice, type Setting } from "./settings.ts";
import { changeSetting, useSetting } from "./useSetting.ts";

const StationSetup = later(() => import("../setup/StationSetup.tsx"), "StationSetup");

/** The settings of this device, or of one station: `/settings/:station`. */
export function SettingsPage() {
  const [, station] = useRoute();
  return station === undefined ? <DeviceSettings /> : <StationSetup key={station} id={station} />;
}

/** What this device's people choose for it: kept here, never sent. */
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
      <Optional>
        <StationLinks />
      </Optional>
      <ClearDevice />
    </PageFrame>
  );
}

function Choices<Name extends Setting>({ name }: { readonly name: Name }) {
  // Keys made from data: `Choice` and `Setting` name them all.
  const t = useTranslations("settings") as unknown as (key: string) => string;
  const now = useSetting(name);
  const choices: readonly Choice<Name>[] = settings[name];
  return (
    <fieldset className="field">
      <legend className="label">{t(`${name}.title`)}</legend>
      <div className="segments">
        {choices.map((choice) => (
          <label key={choice} className="segment" htmlFor={`${name}-${choice}`}>
            <input
              type="radio"
              id={`${name}-${choice}`}
              name={name}
              checked={choice === now}
              onChange={() => changeSetting(name, choice)}
            />
            {t(`${name}.${choice}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
