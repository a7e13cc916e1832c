import { use, useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../api.ts";
import { EventNote } from "../event/EventNote.tsx";
import { loadStation } from "../station/loadStation.ts";
import { StationInterlude } from "../station/StationInterlude.tsx";
import { useStation } from "../station/useStation.ts";
import { isolatedAlways } from "#lead/characters.ts";

/** Staff opened a kiosk's page: a tablet that stays with visitors gives up their session, and all it can see. */
export function HandOver({ onLook }: { readonly onLook: () => void }) {
  const t = useTranslations();
  const { id, name } = useStation();
  const [failed, setFailed] = useState(false);
  const handOver = async () => {
    try {
      await ask("POST", "/api/session", { station: id });
      // What was loaded as staff is gone with the page.
      window.location.reload();
    } catch {
      setFailed(true);
    }
  };
  return (
    <StationInterlude
      title={t("kiosk.forVisitors")}
      text={t("kiosk.handOverText", { name: isolatedAlways(name) })}
      onCancel={undefined}
    >
      {/* The page's own station has no event but today's. */}
      <EventNote station={use(loadStation(id))} />
      {failed && (
        <p role="alert" className="message message-over">
          {t("app.offline")}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <button type="button" className="btn btn-primary" onClick={() => void handOver()}>
          {t("kiosk.handOver")}
        </button>
        <button type="button" className="btn btn-quiet" onClick={onLook}>
          {t("kiosk.onlyLooking")}
        </button>
      </div>
    </StationInterlude>
  );
}
