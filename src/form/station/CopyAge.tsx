import { useTranslations } from "use-intl";
import { useStored } from "../browser/useStored.ts";
import { copyTime, onCopy } from "./orLast.ts";
import { useTimeOf } from "./useTimeOf.ts";

/** Tells staff how old the copy is that the page shows because the proxy cannot be reached. */
export function CopyAge({ of }: { readonly of: string }) {
  const t = useTranslations("pages");
  const time = useStored(onCopy, () => copyTime(of));
  const timeOf = useTimeOf();
  if (time === undefined) return null;
  return (
    <p role="status" className="px-5 py-1 text-sm text-ink-3">
      {t("copyFrom", { time: timeOf(new Date(time)) })}
    </p>
  );
}
