import { X } from "lucide-react";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { attributeTypes, type AttributeType } from "#lead/topics/attributes.ts";
import { Issue } from "../messages/Issue.tsx";
import { IssueMessage } from "../../ui/Message.tsx";
import { useIssue } from "../answers/useIssue.ts";
import { useStation } from "../../station/useStation.ts";
import { useVocabulary } from "../../station/useVocabulary.ts";
import { useFieldWords } from "../answers/useFieldWords.ts";
import type { AttributeRow } from "../answers/attributeRow.ts";
import { AttributeValue } from "./AttributeValue.tsx";
import { Combo } from "./Combo.tsx";
import { idOf } from "../answers/control.ts";
import { half, smallForm } from "../answers/layout.ts";
import { PickControl } from "./PickControl.tsx";
import { useInSentence } from "../../words/useInSentence.ts";
import { Box } from "../../ui/TextBox.tsx";

/** Their values are typed into a text box, so any text can be shown. */
const inTextBox: ReadonlySet<AttributeType> = new Set(["text", "number", "percentage", "currency"]);

interface Props {
  readonly path: string;
  readonly title: string;
  readonly onRemove: () => void;
}

/** A custom attribute that the station does not ask for: its name (Lofty's names are offered), type and value. */
export function OwnAttribute({ path, title, onRemove }: Props) {
  const t = useTranslations();
  const inSentence = useInSentence();
  const { vocabulary } = useVocabulary();
  const { getValues, setValue } = useFormContext();
  const name = useWatch({ name: path, compute: (row: AttributeRow | undefined) => row?.attributeName });
  const written = useWatch({ name: path, compute: (row: AttributeRow | undefined) => row?.attributeType });
  // A type alone is no answer. It is stored in the row together with the first typed text, so that an empty row stays
  // empty.
  const [chosen, setChosen] = useState<AttributeType>();
  const known = vocabulary.attributes.find((attribute) => attribute.name === name);
  const type = written ?? chosen ?? "text";
  const write = (change: AttributeRow) => {
    const next = { ...(getValues(path) as AttributeRow | undefined), ...change };
    const isEmpty = !next.attributeName?.trim() && !next.value;
    setValue(path, isEmpty ? {} : { attributeType: type, ...next });
  };
  const rename = (attributeName: string) => {
    const found = vocabulary.attributes.find((attribute) => attribute.name === attributeName)?.type;
    const { value } = (getValues(path) ?? {}) as AttributeRow;
    // A value that is there stays: the type follows only if its control can show it.
    const follows = found !== undefined && (!value || inTextBox.has(found));
    write({ attributeName, ...(follows ? { attributeType: found } : {}) });
  };
  const retype = (next: AttributeType | undefined) => {
    setChosen(next);
    write({ attributeType: next ?? "text", value: "" });
  };
  const typePath = `${path}.attributeType`;
  const typeWords = useFieldWords(typePath);
  return (
    <div role="group" aria-label={title} className="card grid gap-(--gap) p-4">
      <div className="flex items-center justify-between">
        <b className="font-semibold">{title}</b>
        <button
          type="button"
          className="icon-btn"
          aria-label={t("actions.remove", { name: inSentence(title) })}
          onClick={onRemove}
        >
          <X aria-hidden="true" />
        </button>
      </div>
      <div className={smallForm}>
        <Name path={`${path}.attributeName`} value={name} onChange={rename} />
        <div className={`field ${half}`}>
          <label className="label" htmlFor={idOf(typePath)}>
            {typeWords.label}
          </label>
          <PickControl
            field={{ path: typePath, kind: "pick", options: attributeTypes }}
            path={typePath}
            words={typeWords}
            describedBy={undefined}
            answer={{
              value: type,
              wrong: false,
              change: (next) => retype(next as AttributeType | undefined),
              leave: () => undefined,
            }}
          />
        </div>
      </div>
      <Value
        path={`${path}.value`}
        type={type}
        options={known?.type === type ? known.options : undefined}
        onChange={(value) => write({ value })}
      />
    </div>
  );
}

interface ValueProps {
  readonly path: string;
  readonly type: AttributeType;
  readonly options: readonly string[] | undefined;
  readonly onChange: (value: string) => void;
}

function Value({ path, type, options, onChange }: ValueProps) {
  const { trigger } = useFormContext();
  const { label } = useFieldWords(path);
  const value = (useWatch({ name: path }) as string | undefined) ?? "";
  return (
    <AttributeValue
      attribute={{ name: label, type, options }}
      words={{ name: label, option: String }}
      path={path}
      value={value}
      onChange={onChange}
      onLeave={() => void trigger(path)}
    />
  );
}

interface NameProps {
  readonly path: string;
  readonly value: string | undefined;
  readonly onChange: (name: string) => void;
}

/** The name is stored when the box loses the focus. A name that the station already asks for is refused. */
function Name({ path, value, onChange }: NameProps) {
  const t = useTranslations("field");
  const words = useFieldWords(path);
  const problem = useIssue(path);
  const { trigger } = useFormContext();
  const { attributes, referenceAttribute } = useStation();
  const { vocabulary } = useVocabulary();
  const [typed, setTyped] = useState<string>();
  const isTaken = (text: string | undefined) => attributes.some(({ name }) => name === text?.trim());
  const taken = isTaken(typed ?? value);
  const choices = vocabulary.attributes
    .filter(({ name }) => name !== referenceAttribute && !attributes.some((asked) => asked.name === name))
    .map(({ name }) => ({ value: name, words: name }));
  const id = idOf(path);
  return (
    <div className={`field ${half}`}>
      <label className="label" htmlFor={id}>
        {words.label}
      </label>
      <Box isWrong={problem !== undefined || taken}>
        <Combo
          id={id}
          label={words.label}
          choices={choices}
          value={typed ?? value}
          describedBy={problem || taken ? `${id}-error` : undefined}
          wrong={problem !== undefined || taken}
          onChange={(next) => setTyped(next ?? "")}
          onLeave={(left = "") => {
            if (typed !== undefined && !isTaken(left)) {
              if (left !== (value ?? "")) onChange(left);
              setTyped(undefined);
            }
            if (problem) void trigger(path);
          }}
        />
      </Box>
      {taken ? <IssueMessage id={id} text={t("attributeAsked")} /> : <Issue path={path} />}
    </div>
  );
}
