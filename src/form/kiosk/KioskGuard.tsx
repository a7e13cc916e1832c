import { use, useEffect, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { config } from "../config.ts";
import { HeldNote } from "../sending/HeldNote.tsx";
import { useStation } from "../station/useStation.ts";
import { HandOver } from "./HandOver.tsx";
import { IdleDialog } from "./IdleDialog.tsx";
import { useIdle } from "./useIdle.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  /** Counts the visitors; every new one starts at the welcome. */
  readonly round: number;
  /** Throws the form away, with everything in it. */
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** Between visitors: the welcome, and the clearing of a form that was left. The next visitor never sees the last. */
export function KioskGuard({ round, onClear, children }: Props) {
  const [begun, setBegun] = useState(-1);
  const [looks, setLooks] = useState(false);
  // Presets reach staff only.
  const isStaffs = useStation().presets !== undefined && use(config)?.signIn === true;
  useEffect(() => wipeOnLeaving(onClear), [onClear]);
  if (isStaffs && !looks) return <HandOver onLook={() => setLooks(true)} />;
  if (begun !== round) return <Welcome onStart={() => setBegun(round)} />;
  return <InUse onClear={onClear}>{children}</InUse>;
}

function InUse({ onClear, children }: Omit<Props, "round">) {
  const { left, isUnsure, stay } = useIdle(useStation().idleSeconds, onClear);
  const isLeft = left !== undefined;
  // Not shown, but still typed into: a key tells that the tablet did not sleep.
  const look = isUnsure ? "opacity-0" : isLeft ? "blur-lg" : "";
  return (
    <>
      <div inert={isLeft} className={look}>
        {children}
      </div>
      {isLeft && <IdleDialog left={left} onStay={stay} onClear={onClear} />}
    </>
  );
}

/**
 * Leaving the page wipes it before the browser can keep it: `no-store` does not stop the Back button from showing
 * typed text again (measured; research, finding 1).
 */
function wipeOnLeaving(onClear: () => void): () => void {
  const wipe = () => flushSync(onClear);
  const shown = (event: PageTransitionEvent) => event.persisted && window.location.reload();
  window.addEventListener("pagehide", wipe);
  window.addEventListener("pageshow", shown);
  return () => {
    window.removeEventListener("pagehide", wipe);
    window.removeEventListener("pageshow", shown);
  };
}

function Welcome({ onStart }: { readonly onStart: () => void }) {
  const t = useTranslations("kiosk");
  const { event } = useStation();
  return (
    <main className="on-dark grid min-h-dvh place-content-center justify-items-center gap-6 bg-panel px-8 text-center text-on-panel">
      <h1 className="max-w-4xl text-5xl">
        <Typed text={event ? t("welcome", { address: isolatedAlways(event.address) }) : t("welcomePlain")} />
      </h1>
      <p className="text-xl text-on-panel-2">{t("welcomeText")}</p>
      <button type="button" className="btn btn-primary min-h-23 px-12 text-2xl" onClick={onStart}>
        {t("start")}
      </button>
      <HeldNote />
    </main>
  );
}
