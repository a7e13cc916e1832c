import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { isTaken } from "#lead/station/deadEnds.ts";
import { attributeTypes } from "#lead/topics/attributes.ts";
import type { SectionProps } from "../edits/edits.ts";
import { linesOf, SetupLine } from "./SetupLine.tsx";
import { SetupSwitch } from "./SetupSwitch.tsx";
import { withValue } from "../edits/withValue.ts";
import { AttributeTexts } from "./AttributeTexts.tsx";
import { Select } from "../../../ui/Select.tsx";
import { Box } from "../../../ui/TextBox.tsx";

/** The office's own questions. Each is a custom attribute in Lofty, with the name as it is there. */
export function Attributes({ station, edit, wrong }: SectionProps) {
  const t = useTranslations("setup");
  const { attributes } = station;
  // A row keeps its box when another row is removed.
  const [keys, setKeys] = useState(() => attributes.map((_, at) => at));
  const add = useRef<HTMLButtonElement>(null);
  const change = (at: number, path: readonly string[], value: unknown) =>
    edit((now) => ({
      attributes: now.attributes.map((one, place) => (place === at ? withValue(one, path, value) : one)),
    }));
  return (
    <>
      {attributes.map((attribute, at) => {
        const key = keys[at] ?? at;
        return (
          <fieldset key={key} className="grid gap-(--gap) rounded-card border border-line bg-surface p-4">
            <legend className="px-1 font-semibold">
              <bdi>{attribute.name || t("newQuestion")}</bdi>
            </legend>
            <SetupLine
              name="attributeName"
              row={key}
              initial={attribute.name}
              wrong={
                wrong(`attributes.${at}.name`) &&
                (isTaken(attribute.name, at, station) ? t("sameName") : wrong(`attributes.${at}.name`))
              }
              onChange={(name) => change(at, ["name"], name.trim())}
            />
            <div className="field">
              <label className="label" htmlFor={`attribute-type-${key}`}>
                {t("attributeType")}
              </label>
              <Box>
                <Select
                  id={`attribute-type-${key}`}
                  value={attribute.type}
                  onChange={({ target }) => {
                    change(at, ["type"], target.value);
                    // Their box is gone. The typed ones stay, in case the type changes back.
                    if (attribute.options?.length === 0) change(at, ["options"], undefined);
                  }}
                >
                  {attributeTypes.map((type) => (
                    <option key={type} value={type}>
                      {t(`attributeTypes.${type}`)}
                    </option>
                  ))}
                </Select>
              </Box>
            </div>
            {attribute.type.endsWith("_select") && (
              <SetupLine
                name="attributeOptions"
                row={key}
                lines
                initial={(attribute.options ?? []).join("\n")}
                wrong={wrong(`attributes.${at}.options`)}
                onChange={(text) => change(at, ["options"], linesOf(text))}
              />
            )}
            <AttributeTexts
              attribute={attribute}
              languages={station.languages}
              wrong={(path) => wrong(`attributes.${at}.texts.${path}`)}
              onChange={(path, text) => change(at, ["texts", ...path], text)}
            />
            {isVisited(station) && (
              <SetupSwitch
                name="attributeVisitors"
                row={key}
                on={attribute.visitors}
                onChange={(visitors) => change(at, ["visitors"], visitors)}
              />
            )}
            <button
              type="button"
              className="btn btn-quiet justify-self-start"
              onClick={() => {
                edit((now) => ({ attributes: now.attributes.filter((_, place) => place !== at) }));
                setKeys(keys.filter((_, place) => place !== at));
                add.current?.focus();
              }}
            >
              {t("removeQuestion")}
            </button>
          </fieldset>
        );
      })}
      <button
        ref={add}
        type="button"
        className="btn btn-secondary justify-self-start"
        onClick={() => {
          const key = Math.max(-1, ...keys) + 1;
          flushSync(() => {
            edit((now) => ({ attributes: [...now.attributes, { name: "", type: "text", visitors: isVisited(now) }] }));
            setKeys([...keys, key]);
          });
          document.getElementById(`setup-attributeName-${key}`)?.focus();
        }}
      >
        <Plus aria-hidden="true" />
        {t("addQuestion")}
      </button>
    </>
  );
}
