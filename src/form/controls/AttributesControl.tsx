import { Plus } from "lucide-react";
import { Suspense } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { later } from "../later.ts";
import { useStation } from "../station/useStation.ts";
import { AttributeField } from "./AttributeField.tsx";
import type { AttributeRow } from "./attributeRow.ts";
import { idOf, type ControlProps } from "./control.ts";
import { focusNow, focusSoon } from "./focusSoon.ts";
import { useRemoved } from "./useRemoved.tsx";

const OwnAttribute = later(() => import("./OwnAttribute.tsx"), "OwnAttribute");

/** The office's own questions as its station lists them; staff may add any other. */
export function AttributesControl({ path, words }: ControlProps) {
  const t = useTranslations();
  const station = useStation();
  const visited = isVisited(station);
  const asked = station.attributes.filter(({ visitors }) => visitors || !visited);
  const { getValues, setValue } = useFormContext();
  const { remove, note } = useRemoved(path);
  const isAsked = ({ attributeName }: AttributeRow) => asked.some(({ name }) => name === attributeName);
  /** The places of the rows that no question of the station stands for. */
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
            <Suspense key={place}>
              <OwnAttribute
                path={`${path}.${index}`}
                title={name}
                onRemove={() => takeOut(place, name.toLowerCase())}
              />
            </Suspense>
          );
        })}
      {note}
      {!visited && (
        <button type="button" id={`${idOf(path)}-add`} className="btn btn-quiet -ms-3 justify-self-start" onClick={add}>
          <Plus aria-hidden="true" />
          {t("actions.add", { name: words.one.toLowerCase() })}
        </button>
      )}
    </div>
  );
}
