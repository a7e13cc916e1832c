import { Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { recall } from "../device.ts";
import { Link } from "../Link.tsx";
import { useUnsent } from "../send/useUnsent.ts";
import type { FormStation } from "../station/useStation.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../ui/Typed.tsx";

/** Leads that have not left this device: they go from their station's page, which also says what keeps them. */
export function OnThisDevice() {
  const t = useTranslations("outbox");
  const unsent = useUnsent();
  if (unsent.length === 0) return null;
  const stations = [...new Set(unsent.map(({ body }) => body.station))];
  return (
    <div role="status" className="note note-warn">
      <Clock aria-hidden="true" />
      <span className="flex-1 wrap-anywhere">
        <Typed
          text={t("onThisDevice", {
            count: unsent.length,
            names: unsent.map(({ body }) => isolatedAlways(String(body.lead["firstName"]))).join(", "),
          })}
        />
      </span>
      {stations.map((id) => (
        <Link key={id} to={`/s/${id}`} className="btn btn-secondary">
          <Typed text={t("openStation", { name: isolatedAlways(recall<FormStation>(`station:${id}`)?.name ?? id) })} />
        </Link>
      ))}
    </div>
  );
}
