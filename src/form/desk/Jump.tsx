import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Combo } from "../controls/Combo.tsx";
import { holds, type Step } from "../steps.ts";
import { questionAt } from "#lead/questions.ts";
import { useLabels } from "../words/useLabels.ts";

interface Props {
  readonly steps: readonly Step[];
  readonly onGo: (path: string) => void;
  readonly onClose: () => void;
}

/** Any field by its name: type a part of it, Enter goes there. */
export function Jump({ steps, onGo, onClose }: Props) {
  const t = useTranslations();
  const labelOf = useLabels();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState<string>();
  useEffect(() => dialog.current?.showModal(), []);
  const choices = steps.flatMap((step) =>
    [...step.shown, ...step.more, ...step.advanced].map(({ path }) => ({
      value: path,
      words: labelOf(path),
      also: t(`steps.${(steps.find((one) => holds(one, path)) ?? step).name}`),
    })),
  );
  const change = (value: string | undefined) => {
    if (value === undefined || !questionAt(value)) return setTyped(value);
    dialog.current?.close();
    onGo(value);
  };
  return (
    <dialog ref={dialog} className="dialog jump-dialog" aria-labelledby="jump-title" onClose={onClose}>
      <label id="jump-title" htmlFor="jump" className="label">
        {t("keys.actions.jump")}
      </label>
      <div className="control">
        <Combo
          id="jump"
          label={t("keys.actions.jump")}
          choices={choices}
          value={typed}
          describedBy={undefined}
          wrong={false}
          closed
          inputRef={() => undefined}
          onChange={change}
          onLeave={() => undefined}
        />
      </div>
    </dialog>
  );
}
