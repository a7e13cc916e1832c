import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";
import type { Line } from "./useLines.ts";

interface Props {
  readonly lines: readonly Line[];
  /** What was sent, by the key of a line. A line that differs says so. */
  readonly sent?: ReadonlyMap<string, string>;
}

/** Values of a lead: the name of the field, and the value. */
export function Lines({ lines, sent }: Props) {
  const t = useTranslations("lead");
  return (
    <dl className="grid gap-y-2">
      {lines.map(({ key, label, text }) => {
        const other = sent?.get(key);
        const differs = other !== undefined && other !== text;
        return (
          <div key={key} className="grid grid-cols-[minmax(6rem,9rem)_1fr] items-baseline gap-3">
            <dt className="text-[0.9375rem] text-ink-3">
              <bdi>{label}</bdi>
            </dt>
            <dd className="font-medium whitespace-pre-line wrap-anywhere">
              <bdi>{text}</bdi>
              {differs && (
                <span className="block text-sm text-warn">
                  <Typed text={t("heldDiffers", { sent: isolatedAlways(other) })} />
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
