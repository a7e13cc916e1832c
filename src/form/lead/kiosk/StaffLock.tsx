import { Lock } from "lucide-react";
import { useId, useState, type SyntheticEvent } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { ask, refusalOf } from "../../browser/api.ts";
import { dropPages } from "../../browser/cachedPages.ts";
import { useTyped } from "../../browser/unsaved.ts";
import { useCloseUnused } from "../../browser/useCloseUnused.ts";
import { useOneAtATime } from "../../browser/useOneAtATime.ts";
import { useSignal } from "../../browser/useSignal.ts";
import { sessionPath } from "../../browser/session.ts";
import { forgetHandedOver } from "../../station/handedOver.ts";
import { useStation } from "../../station/useStation.ts";
import { StaffWords } from "../../words/Words.tsx";
import { PinBox } from "./PinBox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** The lock on a kiosk's welcome screen. With the PIN or the passcode, staff take the tablet back. */
export function StaffLock() {
  const t = useTranslations("kiosk");
  const [asks, setAsks] = useState(false);
  return (
    <>
      <button
        type="button"
        className="icon-btn relative z-1 -me-5 size-16 text-on-panel-2 hover:bg-panel-2"
        aria-label={t("lock")}
        onClick={() => setAsks(true)}
      >
        <Lock aria-hidden="true" />
      </button>
      {asks &&
        // Outside the panel, whose focus ring is made for a dark ground.
        createPortal(
          <StaffWords>
            <PinDialog onClose={() => setAsks(false)} />
          </StaffWords>,
          document.body,
        )}
    </>
  );
}

const handBackMs = 5_000;
let handedBack: Promise<unknown> = Promise.resolve();

/** The dialog was closed, or the answer was lost. If the proxy opened a staff session, this gives it to the kiosk again. */
function handBack(station: string): void {
  const signal = AbortSignal.timeout(handBackMs);
  handedBack = ask("POST", sessionPath, { station }, {}, { signal }).catch(() => undefined);
}

type Refusal = "pinWrong" | "pinEnded" | "pinWait" | "pinOffline";
/** The texts for the status of a refusal. Without a kiosk's session only the passcode opens. */
const refusals: Partial<Record<number, Refusal>> = { 401: "pinWrong", 429: "pinWait" };
const refusalsOfEnded: typeof refusals = { ...refusals, 401: "pinEnded" };

const isEnded = (error: unknown) => refusalOf(error)?.type === "/problems/not-signed-in";

function PinDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("kiosk");
  const title = useId();
  const [pin, setPin] = useState("");
  const [refusal, setRefusal] = useState<Refusal>();
  useTyped(pin !== "");
  useCloseUnused(true, onClose);
  const { id } = useStation();
  const signal = useSignal();
  const open = useOneAtATime(async () => {
    let texts = refusals;
    // The same refusal again is announced again.
    setRefusal(undefined);
    try {
      await handedBack;
      await ask("POST", "/api/session/pin", { pin }, {}, { signal }).catch((error: unknown) => {
        if (!isEnded(error)) throw error;
        texts = refusalsOfEnded;
        return ask("POST", sessionPath, { passcode: pin }, {}, { signal });
      });
      if (signal.aborted) return handBack(id);
      // The kept page is the visitors': it would open without the question whether to hand the tablet over.
      await dropPages();
      forgetHandedOver();
      window.location.assign("/");
    } catch (error) {
      if (!refusalOf(error)) handBack(id);
      if (signal.aborted) return;
      setRefusal(texts[refusalOf(error)?.status ?? 0] ?? "pinOffline");
      setPin("");
    }
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void open();
  };
  return (
    <Dialog
      ref={(dialog) => void (dialog?.open === false && dialog.showModal())}
      className="p-8 sm:p-12"
      aria-labelledby={title}
      onClose={onClose}
    >
      <h2 id={title} className="mb-6 text-4xl text-ink">
        {t("pinTitle")}
      </h2>
      <form className="grid gap-6" noValidate onSubmit={submit}>
        <PinBox label={t("pinOrPasscode")} value={pin} onChange={setPin} wrong={refusal && t(refusal)} />
        <div className="grid gap-4 sm:grid-cols-2">
          <button type="button" className="btn btn-secondary" onClick={onClose}>
            {t("pinCancel")}
          </button>
          <button type="submit" className="btn btn-primary">
            {t("pinOpen")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
