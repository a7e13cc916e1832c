import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Consent } from "#lead/consent.ts";
import { useStation } from "../station/useStation.ts";

export type Channels = Consent["channels"];
const channels = ["text", "call", "email"] as const;

interface Props {
  readonly value: Channels;
  readonly onChange: (channels: Channels) => void;
}

/** How a visitor may be followed up: separate, unticked boxes, none of them a condition of signing in. */
export function ConsentQuestion({ value, onChange }: Props) {
  const t = useTranslations("consent");
  const { consent } = useStation();
  const refused = channels.every((channel) => value[channel] === false);
  const toggle = (channel: keyof Channels) => {
    const { [channel]: was, ...others } = refused ? {} : value;
    onChange(was === true ? others : { ...others, [channel]: true });
  };
  return (
    <fieldset className="field columns-6">
      <legend className="label">{t("legend")}</legend>
      <p className="hint">{t("hint")}</p>
      <div className="chips">
        {channels.map((channel) => (
          <label key={channel} className="chip" htmlFor={`consent-${channel}`}>
            <input
              type="checkbox"
              id={`consent-${channel}`}
              checked={value[channel] === true}
              onChange={() => toggle(channel)}
            />
            <Check aria-hidden="true" />
            {t(channel)}
          </label>
        ))}
        <label className="chip" htmlFor="consent-none">
          <input
            type="checkbox"
            id="consent-none"
            checked={refused}
            onChange={() => onChange(refused ? {} : { text: false, call: false, email: false })}
          />
          <Check aria-hidden="true" />
          {t("none")}
        </label>
      </div>
      <p className="mt-2 text-sm text-ink-3">{consent.text}</p>
    </fieldset>
  );
}
