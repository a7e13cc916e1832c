import { Plus } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { useStation } from "../../station/useStation.ts";
import { AttributeField } from "./AttributeField.tsx";
import type { AttributeRow } from "../answers/attributeRow.ts";
import { idOf, type ControlProps } from "../answers/control.ts";
import { focusNow, focusSoon } from "../answers/focusSoon.ts";
import { useRemoved } from "./useRemoved.tsx";
import { OwnAttribute } from "./OwnAttribute.tsx";
import { useInSentence } from "../../words/useInSentence.ts";

/** The office's own questions of this station. Staff can add others. */
export function AttributesControl({ path, words }: ControlProps) {
  const t = useTranslations();
  const inSentence = useInSentence();
  const station = useStation();
  const visited = isVisited(station);
  const asked = station.attributes.filter(({ visitors }) => visitors || !visited);
  const { getValues, setValue } = useFormContext();
  const { remove, note } = useRemoved(path);
  const isAsked = ({ attributeName }: AttributeRow) => asked.some(({ name }) => name === attributeName);
  /** The indexes of the rows that belong to no question of the station. */
  const own = useWatch({
    name: path,
    compute: (rows: AttributeRow[] = []) => rows.flatMap((row, index) => (isAsked(row) ? [] : [index])),
  });
  const add = () => {
    const rows = [...((getValues(path) as AttributeRow[] | undefined) ?? []), {}];
    setValue(path, rows);
    focusSoon(`${path}.${rows.length - 1}.attributeName`);
  };
  const takeOut = (place: number, name: string) => {
    const other = own[place === 0 ? 1 : place - 1];
    if (other === undefined || !focusNow(`${path}.${other}.attributeName`))
      document.getElementById(`${idOf(path)}-add`)?.focus();
    remove(own[place] as number, name);
  };
  return (
    <div className="grid gap-(--gap)">
      {asked.map((attribute, index) => (
        <AttributeField key={attribute.name} attribute={attribute} list={path} place={index} />
      ))}
      {asked.length === 0 && <p className="text-ink-3">{t("field.attributeEmpty")}</p>}
      {!visited &&
        own.map((index, place) => {
          const name = t("field.row", { name: words.one, number: place + 1 });
          return (
            <OwnAttribute
              key={place}
              path={`${path}.${index}`}
              title={name}
              onRemove={() => takeOut(place, inSentence(name))}
            />
          );
        })}
      {note}
      {!visited && (
        <button type="button" id={`${idOf(path)}-add`} className="btn btn-quiet -ms-3 justify-self-start" onClick={add}>
          <Plus aria-hidden="true" />
          {t("actions.add", { name: inSentence(words.one) })}
        </button>
      )}
    </div>
  );
}
