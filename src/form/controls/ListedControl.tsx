import { useFormContext, useWatch } from "react-hook-form";
import { Measured } from "../field/Measured.tsx";
import { useListAge } from "../vocabulary/useListAge.ts";
import { useVocabulary } from "../vocabulary/useVocabulary.ts";
import { choicesOf, closedKinds } from "./choices.ts";
import { Combo } from "./Combo.tsx";
import { idOf, type LeafProps } from "./control.ts";

/** An answer that there is a list of. Free text is taken; of a person or an office, the number too. */
export function ListedControl({ field, path, words, describedBy, answer }: LeafProps<string>) {
  const { vocabulary } = useVocabulary();
  const age = useListAge();
  const { setValue } = useFormContext();
  const scope: unknown = useWatch({ name: "ownershipScope" });
  const { value, wrong, change, leave, ref } = answer;
  const isClosed = closedKinds.has(field.kind);
  return (
    <Measured text={value ?? ""} limit={field.limit} kind={field.kind} wrong={wrong}>
      <Combo
        id={idOf(path)}
        label={words.label}
        choices={choicesOf(field.kind, vocabulary, scope)}
        value={value}
        blank={words.blank}
        describedBy={describedBy}
        wrong={wrong}
        closed={isClosed}
        inputRef={ref}
        foot={isClosed ? age : undefined}
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
