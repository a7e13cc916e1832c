import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { measure } from "#lead/measure.ts";
import { useStation } from "../station/useStation.ts";

/** What Lofty would keep of an answer that is too long. Visitors are asked for a shorter form instead. */
export function Over({ path, limit }: { readonly path: string; readonly limit: number }) {
  const t = useTranslations("count");
  const visited = isVisited(useStation());
  const value: unknown = useWatch({ name: path });
  const { left, kept } = measure(typeof value === "string" ? value : "", limit);
  if (left >= 0) return null;
  if (visited) return <p className="message message-over">{t("shorter", { count: -left })}</p>;
  return (
    <p className="message">
      <span>
        {t("kept", { limit })} <b className="text-over font-bold wrap-anywhere">{kept}</b>
      </span>
    </p>
  );
}
