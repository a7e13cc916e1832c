import { useTranslations } from "use-intl";
import { LabelledBox } from "../../ui/LabelledBox.tsx";

interface Props {
  readonly name: "address" | "date" | "hours" | "host";
  readonly type?: "text" | "date";
  readonly value: string;
  readonly limit?: number;
  readonly wrong?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One text box about the event, with its label and error message. */
export function EventLine({ name, type = "text", value, limit, wrong, onChange }: Props) {
  const t = useTranslations();
  const over = limit === undefined ? 0 : value.trim().length - limit;
  const problem = wrong ?? (over > 0 ? t("count.over", { count: over }) : undefined);
  return (
    <LabelledBox
      id={`event-${name}`}
      label={t(`event.${name}`)}
      type={type}
      value={value}
      wrong={problem}
      onChange={onChange}
    />
  );
}
