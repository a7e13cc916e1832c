import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Measured } from "../field/Measured.tsx";
import type { Vocabulary } from "#lead/vocabulary.ts";
import { useVocabulary } from "../vocabulary/useVocabulary.ts";
import { Combo, type Choice } from "./Combo.tsx";
import { idOf, type LeafProps } from "./control.ts";

const named = (things: readonly { readonly id: string; readonly name: string }[]): readonly Choice[] =>
  things.map(({ id, name }) => ({ value: id, words: name }));

/** Stages are texts; agents and offices go by their number. Who may own a lead depends on who may see it. */
function choicesOf(kind: string, { stages, agents, offices }: Vocabulary, scope: unknown): readonly Choice[] {
  if (kind === "agent") return named(agents);
  if (kind === "owner") return named(scope === "OFFICE" ? offices : agents);
  return stages.map((stage) => ({ value: stage, words: stage }));
}

/** An answer that Lofty keeps a list of. Free text is taken; a number typed for a name too. */
export function ListedControl({ field, path, words, describedBy, answer }: LeafProps<string>) {
  const t = useTranslations("field");
  const { vocabulary, stale } = useVocabulary();
  const { setValue } = useFormContext();
  const scope: unknown = useWatch({ name: "ownershipScope" });
  const { value, wrong, change, leave, ref } = answer;
  return (
    <Measured text={value ?? ""} limit={field.limit} wrong={wrong}>
      <Combo
        id={idOf(path)}
        label={words.label}
        choices={choicesOf(field.kind, vocabulary, scope)}
        value={value}
        describedBy={describedBy}
        wrong={wrong}
        inputRef={ref}
        foot={stale ? t("oldList") : undefined}
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
