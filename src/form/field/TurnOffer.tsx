import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { withoutTurns } from "#lead/names.ts";
import { WayOut } from "./WayOut.tsx";

/** Marks that nobody sees and that turn a text around: they are kept as typed, and may be taken out. */
export function TurnOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const typed = String(useWatch({ name: path }) ?? "");
  const plain = withoutTurns(typed);
  if (plain === typed) return null;
  return (
    <p className="message">
      <WayOut path={path} onTake={() => setValue(path, plain)}>
        {t("withoutTurns")}
      </WayOut>
    </p>
  );
}
