import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { answerPath } from "../../question/answers/attributeRow.ts";
import { useAttributeWords } from "../../question/answers/useAttributeWords.ts";
import { isComposing } from "../../browser/isComposing.ts";
import { Combo } from "../../question/controls/Combo.tsx";
import { useStation } from "../../station/useStation.ts";
import { holds, type Step } from "../draft/steps.ts";
import { useLabels } from "../../question/answers/useLabels.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Box } from "../../ui/TextBox.tsx";

interface Props {
  readonly steps: readonly Step[];
  readonly onGo: (path: string) => void;
  readonly onClose: () => void;
}

/**
 * A dialog that finds any question by a part of its name, including the office's own. Enter moves the focus to it,
 * Escape closes the dialog.
 */
export function Jump({ steps, onGo, onClose }: Props) {
  const t = useTranslations();
  const labelOf = useLabels();
  const wordsOf = useAttributeWords();
  const { attributes } = useStation();
  const { getValues } = useFormContext();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState<string>();
  useEffect(() => dialog.current?.showModal(), []);
  const choices = steps.flatMap((step) =>
    [...step.shown, ...step.more, ...step.advanced].flatMap(({ path, kind }) => {
      const also = t(`steps.${(steps.find((one) => holds(one, path)) ?? step).name}`);
      const rows: unknown = kind === "attributes" ? getValues(path) : undefined;
      const own = kind === "attributes" ? attributes : [];
      return [
        { value: path, words: labelOf(path), also },
        ...own.map(({ name }, place) => ({
          value: answerPath(path, rows, name, place),
          words: wordsOf(name).name,
          also,
        })),
      ];
    }),
  );
  const go = (path: string) => {
    dialog.current?.close();
    onGo(path);
  };
  // In the capture phase, before the list gets the key: the list would only close itself, and clear the box at the next
  // Escape.
  const closeAtOnce = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    dialog.current?.close();
  };
  return (
    <Dialog
      ref={dialog}
      className="overflow-visible p-7"
      aria-labelledby="jump-title"
      onKeyDownCapture={closeAtOnce}
      onClose={onClose}
    >
      <label id="jump-title" htmlFor="jump" className="label">
        {t("keys.actions.jump")}
      </label>
      <Box>
        <Combo
          id="jump"
          label={t("keys.actions.jump")}
          choices={choices}
          value={typed}
          describedBy={undefined}
          wrong={false}
          closed
          onChange={setTyped}
          onPick={go}
          onLeave={() => undefined}
        />
      </Box>
    </Dialog>
  );
}
