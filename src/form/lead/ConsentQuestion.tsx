import { useTranslations } from "use-intl";
import { TickBox } from "../ui/TickBox.tsx";
import type { Channels } from "./draft/leadInHand.ts";

const channels = ["text", "call", "email"] as const;

interface Props {
  readonly value: Channels;
  readonly onChange: (channels: Channels) => void;
}

/**
 * Asks how the office may contact a visitor. The boxes are separate and unticked, and none is required for signing in. The
 * text of the consent is at the end of the page (frame/).
 */
export function ConsentQuestion({ value, onChange }: Props) {
  const t = useTranslations("consent");
  const refused = channels.every((channel) => value[channel] === false);
  const toggle = (channel: keyof Channels) => {
    const { [channel]: was, ...others } = refused ? {} : value;
    onChange(was === true ? others : { ...others, [channel]: true });
  };
  return (
    <fieldset className="field col-span-full">
      <legend className="label justify-start">
        <span>
          {t("legend")} <span className="font-normal text-ink-3">{t("hint")}</span>
        </span>
      </legend>
      <div className="chips">
        {channels.map((channel) => (
          <label key={channel} className="chip group gap-2 px-[.75em]" htmlFor={`consent-${channel}`}>
            <input
              type="checkbox"
              id={`consent-${channel}`}
              checked={value[channel] === true}
              onChange={() => toggle(channel)}
            />
            <TickBox />
            {t(channel)}
          </label>
        ))}
        <label className="chip group gap-2 px-[.75em]" htmlFor="consent-none">
          <input
            type="checkbox"
            id="consent-none"
            checked={refused}
            onChange={() => onChange(refused ? {} : { text: false, call: false, email: false })}
          />
          <TickBox />
          {t("none")}
        </label>
      </div>
    </fieldset>
  );
}
