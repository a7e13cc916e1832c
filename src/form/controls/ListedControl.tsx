import { useFormContext, useWatch } from "react-hook-form";
import type { Kind } from "#lead/field.ts";
import type { Named, Vocabulary } from "#lead/vocabulary.ts";
import { Measured } from "../field/Measured.tsx";
import { useListAge } from "../vocabulary/useListAge.ts";
import { useVocabulary } from "../vocabulary/useVocabulary.ts";
import { Combo, type Choice } from "./Combo.tsx";
import { idOf, type LeafProps } from "./control.ts";
import { states } from "./states.ts";

const named = (things: readonly Named[]): readonly Choice[] =>
  things.map(({ id, name }) => ({ value: id, words: name }));

/** Agents and offices go by their number. Who may own a lead depends on who may see it. */
const choices: Partial<Record<Kind, (lists: Vocabulary, scope: unknown) => readonly Choice[]>> = {
  listed: ({ stages }) => stages.map((stage) => ({ value: stage, words: stage })),
  agent: ({ agents }) => named(agents),
  owner: ({ agents, offices }, scope) => named(scope === "OFFICE" ? offices : agents),
  state: () => states.map(({ name, code }) => ({ value: name, words: name, also: code })),
  stateCode: () => states.map(({ name, code }) => ({ value: code, words: code, also: name })),
};

/** An answer that there is a list of. Free text is taken; of a person or an office, the number too. */
export function ListedControl({ field, path, words, describedBy, answer }: LeafProps<string>) {
  const { vocabulary } = useVocabulary();
  const age = useListAge();
  const { setValue } = useFormContext();
  const scope: unknown = useWatch({ name: "ownershipScope" });
  const { value, wrong, change, leave, ref } = answer;
  const isOurs = field.kind === "state" || field.kind === "stateCode";
  return (
    <Measured text={value ?? ""} limit={field.limit} wrong={wrong}>
      <Combo
        id={idOf(path)}
        label={words.label}
        choices={choices[field.kind]?.(vocabulary, scope) ?? []}
        value={value}
        blank={words.blank}
        describedBy={describedBy}
        wrong={wrong}
        closed={field.kind === "agent" || field.kind === "owner"}
        inputRef={ref}
        foot={isOurs ? undefined : age}
        onChange={(next) => {
          change(next);
          // A named agent is not routed, so routing rules would say the contrary.
          if (field.kind === "agent" && next) setValue("assignGroupId", undefined);
        }}
        onLeave={leave}
      />
    </Measured>
  );
}
