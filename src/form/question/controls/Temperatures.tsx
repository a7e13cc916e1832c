import { useTranslations } from "use-intl";
import { useStation } from "../../station/useStation.ts";
import { Chip, Chips } from "../../ui/Chips.tsx";

interface Props {
  readonly value: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

/** How warm the lead is: at most one of the station's tags for this. */
export function Temperatures({ value, onChange }: Props) {
  const t = useTranslations("field");
  const { profile, temperatures = [] } = useStation();
  if (profile !== "agent" || temperatures.length === 0) return null;
  const others = value.filter((tag) => !temperatures.includes(tag));
  return (
    <div className="mb-2" role="group" aria-label={t("temperature")}>
      <Chips>
        {temperatures.map((tag) => (
          <Chip
            key={tag}
            type="checkbox"
            id={`temperature-${tag}`}
            checked={value.includes(tag)}
            onChange={() => onChange(value.includes(tag) ? others : [...others, tag])}
          >
            {tag}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
