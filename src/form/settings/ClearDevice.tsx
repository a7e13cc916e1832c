import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../api.ts";
import { Confirm } from "../frame/Confirm.tsx";
import { clearDevice } from "./clearDevice.ts";

/** Before a device changes hands: everything Foyer kept on it goes, and staff sign in anew. */
export function ClearDevice() {
  const t = useTranslations("settings");
  const [asking, setAsking] = useState(false);
  const leave = async (clear: boolean) => {
    if (clear) await clearDevice();
    // Offline the session stays with the proxy; the device has forgotten the rest either way.
    await ask("DELETE", "/api/session").catch(() => undefined);
    window.location.assign("/");
  };
  return (
    <section className="card grid gap-4 p-5">
      <h2 className="text-xl">{t("device")}</h2>
      <p className="text-ink-2">{t("clearText")}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="btn btn-secondary" onClick={() => void leave(false)}>
          {t("signOut")}
        </button>
        <button type="button" className="btn btn-danger" onClick={() => setAsking(true)}>
          {t("clear")}
        </button>
      </div>
      {asking && (
        <Confirm
          title={t("clearTitle")}
          text={t("clearText")}
          yes={t("clear")}
          no={t("keep")}
          onYes={() => void leave(true)}
          onNo={() => setAsking(false)}
        />
      )}
    </section>
  );
}
