import { useState } from "react";
import { useTranslations } from "use-intl";
import { deviceKind } from "../../browser/deviceKind.ts";
import { isInMemory } from "../../sending/queue/entry.ts";
import { clearQueue } from "../../sending/queue/queue.ts";
import { useUnsent } from "../../sending/queue/useQueue.ts";
import { endSession } from "../../station/endSession.ts";
import { forgetStaffs } from "../../station/forgetStaffs.ts";
import { Confirm } from "../../ui/Confirm.tsx";
import { Message } from "../../ui/Message.tsx";
import { clearDevice } from "./clearDevice.ts";

/** Signs out, or removes everything that Foyer has stored on this device, for example before it gets a new owner. */
export function ClearDevice() {
  const t = useTranslations("settings");
  const sent = useTranslations("sent");
  const unsent = useUnsent();
  // This page must stay open until they are sent.
  const isHeld = unsent.some(isInMemory);
  const [asking, setAsking] = useState(false);
  const leave = async (clear: boolean) => {
    if (clear) {
      clearQueue();
      await clearDevice();
    }
    await forgetStaffs(false);
    await endSession();
    window.location.assign("/");
  };
  return (
    <section className="card grid gap-4 p-5">
      <h2 className="text-xl">{t("device")}</h2>
      <p className="text-ink-2">{t("clearText")}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="btn btn-secondary" disabled={isHeld} onClick={() => void leave(false)}>
          {t("signOut")}
        </button>
        <button type="button" className="btn btn-danger" onClick={() => setAsking(true)}>
          {t("clear")}
        </button>
      </div>
      {isHeld && <Message tone="over">{sent("memory", { device: deviceKind() })}</Message>}
      {asking && (
        <Confirm
          title={t("clearTitle")}
          text={unsent.length > 0 ? t("clearLoses", { count: unsent.length }) : t("clearText")}
          yes={t("clear")}
          no={t("keep")}
          onYes={() => void leave(true)}
          onNo={() => setAsking(false)}
        />
      )}
    </section>
  );
}
