import { useTranslations } from "use-intl";
import { Chip, Chips } from "../ui/Chips.tsx";
import type { Channels } from "./draft/leadInHand.ts";

const channels = ["text", "call", "email"] as const;

interface Props {
  readonly value: Channels;
  readonly onChange: (channels: Channels) => void;
}

/**
 * Asks how the office may contact a visitor. The boxes are separate and unticked, and none is required for signing in. The
 * text of the consent is at the end of the page (frame/) and describes the question.
 */
export function ConsentQuestion({ value, onChange }: Props) {
  const t = useTranslations("consent");
  const refused = channels.every((channel) => value[channel] === false);
  const toggle = (channel: keyof Channels) => {
    const { [channel]: was, ...others } = refused ? {} : value;
    onChange(was === true ? others : { ...others, [channel]: true });
  };
  return (
    <fieldset className="field col-span-full" aria-describedby="consent-wording">
      <legend className="label justify-start">
        <span>
          {t("legend")} <span className="font-normal text-ink-3">{t("hint")}</span>
        </span>
      </legend>
      <Chips>
        {channels.map((channel) => (
          <Chip
            key={channel}
            type="checkbox"
            mark="box"
            id={`consent-${channel}`}
            checked={value[channel] === true}
            onChange={() => toggle(channel)}
          >
            {t(channel)}
          </Chip>
        ))}
        <Chip
          type="checkbox"
          mark="box"
          id="consent-none"
          checked={refused}
          onChange={() => onChange(refused ? {} : { text: false, call: false, email: false })}
        >
          {t("none")}
        </Chip>
      </Chips>
    </fieldset>
  );
}
