import { useFormContext, useWatch } from "react-hook-form";
import { useIssue } from "../answers/useIssue.ts";
import { AttributeValue, type Attribute } from "./AttributeValue.tsx";
import { answerPath, type AttributeRow } from "../answers/attributeRow.ts";
import { useAttributeWords } from "../answers/useAttributeWords.ts";

interface Props {
  readonly attribute: Attribute;
  readonly list: string;
  readonly place: number;
}

/** One of a station's own questions. It has a row in the lead only while it has an answer. The row is found by name. */
export function AttributeField({ attribute, list, place }: Props) {
  const { name, type } = attribute;
  const words = useAttributeWords()(name);
  const { getValues, setValue, trigger } = useFormContext();
  const mine = (row: AttributeRow | undefined) => row?.attributeName === name;
  const value = useWatch({ name: list, compute: (now: AttributeRow[] | undefined) => now?.find(mine)?.value ?? "" });
  const path = useWatch({ name: list, compute: (now: unknown) => answerPath(list, now, name, place) });
  const wrong = useIssue(path) !== undefined;
  const judge = () => void (value !== "" && trigger(path));
  const change = (written: string) => {
    const rows = [...((getValues(list) as AttributeRow[] | undefined) ?? [])];
    const row: AttributeRow = { attributeName: name, attributeType: type, value: written };
    const found = rows.findIndex(mine);
    if (written === "") setValue(list, found < 0 ? rows : rows.toSpliced(found, 1));
    else setValue(list, found < 0 ? [...rows, row] : rows.with(found, row));
    if (wrong) judge();
  };
  return (
    <AttributeValue attribute={attribute} words={words} path={path} value={value} onChange={change} onLeave={judge} />
  );
}
