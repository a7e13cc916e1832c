import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { useStation } from "../station/useStation.ts";
import { AttributeField } from "./AttributeField.tsx";
import type { ControlProps } from "./control.ts";

/** The office's own questions, as its station lists them. */
export function AttributesControl({ path }: ControlProps) {
  const t = useTranslations("field");
  const station = useStation();
  const asked = station.attributes.filter(({ visitors }) => visitors || !isVisited(station));
  if (asked.length === 0) return <p className="text-ink-3">{t("attributeEmpty")}</p>;
  return (
    <div className="grid gap-(--gap)">
      {asked.map((attribute, index) => (
        <AttributeField key={attribute.name} attribute={attribute} list={path} place={index} />
      ))}
    </div>
  );
}
