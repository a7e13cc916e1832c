import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { valueAt } from "#lead/valueAt.ts";
import { focusNow } from "../answers/focusSoon.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";

/** Offers the lead's phone or email for a family member, so that nobody types it twice (WCAG 3.3.7). */
export function SameAsLead({ path }: { readonly path: string }) {
  const t = useTranslations("field");
  const { setValue } = useFormContext();
  const [, list] = /^leadFamilyMemberList\.\d+\.(\w+)$/.exec(path) ?? [];
  const offered = useWatch({
    compute: (draft: object) => {
      const rows = valueAt(draft, path);
      const isBlank = !Array.isArray(rows) || rows.every((row) => row === "" || row === undefined);
      return list !== undefined && isBlank ? valueAt(draft, `${list}.0`) : undefined;
    },
  });
  if (typeof offered !== "string" || offered.trim() === "") return null;
  const use = () => {
    focusNow(`${path}.0`);
    setValue(path, [offered]);
  };
  return (
    <button type="button" className="btn btn-quiet -ms-2 min-h-7.5 justify-self-start px-2 text-sm" onClick={use}>
      <Typed text={t("sameAsLead", { text: isolatedAlways(offered) })} />
    </button>
  );
}
