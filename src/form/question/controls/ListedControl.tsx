import { useFormContext, useWatch } from "react-hook-form";
import { useFixed } from "../answers/live.ts";
import { Measured } from "../messages/Measured.tsx";
import { useListAge } from "../../station/useListAge.ts";
import { useVocabulary } from "../../station/useVocabulary.ts";
import { choicesOf, closedKinds } from "../answers/choices.ts";
import { Combo } from "./Combo.tsx";
import { idOf, type LeafProps } from "../answers/control.ts";

/** A text box with a list. Free text is allowed; for a person or an office also the id. */
export function ListedControl({ field, path, words, describedBy, answer }: LeafProps<string>) {
  const { vocabulary } = useVocabulary();
  const age = useListAge();
  const { setValue } = useFormContext();
  const scope: unknown = useWatch({ name: "ownershipScope" });
  const { value, wrong, change, leave } = answer;
  const isClosed = closedKinds.has(field.kind);
  return (
    <Measured live={useFixed(value ?? "")} limit={field.limit} kind={field.kind} wrong={wrong}>
      <Combo
        id={idOf(path)}
        label={words.label}
        choices={choicesOf(field.kind, vocabulary, scope)}
        value={value}
        blank={words.blank}
        describedBy={describedBy}
        wrong={wrong}
        closed={isClosed}
        foot={isClosed ? age : undefined}
        onChange={(next) => {
          change(next);
          // Routing rules would contradict an agent who was chosen by name.
          if (field.kind === "agent" && next) setValue("assignGroupId", undefined);
        }}
        onLeave={leave}
      />
    </Measured>
  );
}
