import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { ShownText } from "../station/ShownText.tsx";
import { useShownText } from "../station/useShownText.ts";
import { useStation } from "../station/useStation.ts";
import { Chip, Chips } from "../ui/Chips.tsx";
import { LabelledBox } from "../ui/LabelledBox.tsx";
import type { AgencyAnswer } from "./draft/agency.ts";

interface Props {
  readonly value: AgencyAnswer;
  readonly onChange: (value: AgencyAnswer) => void;
}

/**
 * The station's agency text, with an optional box for "I have read this". It is not an agreement. The box is empty again
 * when the screen shows another text.
 */
export function AgencyText({ value, onChange }: Props) {
  const { acknowledgement } = useStation();
  return acknowledgement && <Text asked={acknowledgement} value={value} onChange={onChange} />;
}

type Asked = NonNullable<ReturnType<typeof useStation>["acknowledgement"]>;

function Text({ asked, value, onChange }: Props & { readonly asked: Asked }) {
  const t = useTranslations("agency");
  const shown = useShownText(asked);
  const isRead = value.read?.text === shown.text;
  const toggle = () => onChange({ ...value, read: isRead ? undefined : { ...shown, at: new Date().toISOString() } });
  // The visitor sees now that the box is empty. A tick counts until then, whatever language a later page has.
  const untick = useEffectEvent(() => value.read && onChange({ ...value, read: undefined }));
  useEffect(() => {
    if (!isRead) untick();
  }, [isRead]);
  return (
    <div className="field col-span-full">
      <ShownText shown={shown} className="rounded-card border border-line bg-surface p-5 text-lg" />
      <Chips>
        <Chip
          type="checkbox"
          mark="box"
          id="agency-read"
          checked={isRead}
          aria-describedby="agency-hint"
          onChange={toggle}
        >
          {t("read")}
        </Chip>
      </Chips>
      <p id="agency-hint" className="text-ink-3">
        {t("hint")}
      </p>
      {isRead && asked.asksName && (
        <Line name="name" value={value.name} onChange={(name) => onChange({ ...value, name })} />
      )}
      {isRead && asked.asksAgent && (
        <Line name="agent" value={value.agent} onChange={(agent) => onChange({ ...value, agent })} />
      )}
    </div>
  );
}

interface LineProps {
  readonly name: "name" | "agent";
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function Line({ name, value = "", onChange }: LineProps) {
  const t = useTranslations("agency");
  return <LabelledBox id={`agency-${name}`} label={t(name)} type="text" value={value} onChange={onChange} />;
}
