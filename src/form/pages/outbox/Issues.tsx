import { useTranslations } from "use-intl";
import type { Issue } from "#lead/issue.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";
import { useLabel } from "./useLabel.ts";

/** The answers that keep a lead from being sent, each once, with the labels of the form. */
export function Issues({ issues }: { readonly issues: readonly Issue[] }) {
  const t = useTranslations("outbox");
  const label = useLabel();
  const labels = [...new Set(issues.map(({ path }) => (isConsent(path) ? t("consent") : isolatedAlways(label(path)))))];
  return (
    <ul className="text-over">
      {labels.map((one) => (
        <li key={one}>
          <Typed text={t("lookAt", { label: one })} />
        </li>
      ))}
    </ul>
  );
}

const isConsent = (path: string) => path === "consent" || path.startsWith("consent.");
