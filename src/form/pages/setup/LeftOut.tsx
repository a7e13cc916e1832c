import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { Typed } from "../../ui/Typed.tsx";
import { Note } from "../../ui/Note.tsx";

/** Lists the parts of a stored station that this version does not support. */
export function LeftOut({ id }: { readonly id: string }) {
  const t = useTranslations("setup");
  const format = useFormatter();
  const path = `/api/stations/${encodeURIComponent(id)}/left-out`;
  const { data } = useQuery(
    { queryKey: ["left-out", id], queryFn: () => ask<{ readonly leftOut: readonly string[] }>("GET", path) },
    queryClient,
  );
  if (!data || data.leftOut.length === 0) return null;
  const parts = format.list(data.leftOut.map(isolatedAlways));
  return (
    <Note look="warn">
      <span className="wrap-anywhere">
        <Typed text={t("leftOut", { parts })} />
      </span>
    </Note>
  );
}
