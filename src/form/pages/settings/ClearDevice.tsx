import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../../browser/api.ts";
import { sessionPath } from "../../browser/session.ts";
import { clearQueue } from "../../sending/queue/queue.ts";
import { useUnsent } from "../../sending/queue/useQueue.ts";
import { forgetStaffs } from "../../station/forgetStaffs.ts";
import { Confirm } from "../../ui/Confirm.tsx";
import { clearDevice } from "./clearDevice.ts";

const longestWaitMs = 5_000;

/** Signs out, or removes everything that Foyer has stored on this device, for example before it gets a new owner. */
export function ClearDevice() {
  const t = useTranslations("settings");
  const unsent = useUnsent().length;
  const [asking, setAsking] = useState(false);
  const leave = async (clear: boolean) => {
    if (clear) {
      clearQueue();
      await clearDevice();
    }
    await forgetStaffs(false);
    // Offline, the proxy keeps the session. The device has removed its own data.
    const ended = ask("DELETE", sessionPath).catch(() => undefined);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
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
          text={unsent > 0 ? t("clearLoses", { count: unsent }) : t("clearText")}
          yes={t("clear")}
          no={t("keep")}
          onYes={() => void leave(true)}
          onNo={() => setAsking(false)}
        />
      )}
    </section>
  );
}
