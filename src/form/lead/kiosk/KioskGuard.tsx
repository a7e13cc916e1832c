import { use, useEffect, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { config } from "../../browser/config.ts";
import { resetTextSize } from "../../browser/textSize.ts";
import { sendBeforeLeaving, settleEarlier } from "../../sending/heldLead.ts";
import { idleSecondsOf } from "../../station/idleSecondsOf.ts";
import { SandboxRow } from "../../station/SandboxMark.tsx";
import { useStation } from "../../station/useStation.ts";
import { forgetTexts } from "./forgetTexts.ts";
import { HandOver } from "./HandOver.tsx";
import { IdleDialog } from "./IdleDialog.tsx";
import { useIdle } from "./useIdle.ts";
import { goFullScreen, useKioskScreen } from "./useKioskScreen.ts";
import { Welcome } from "./Welcome.tsx";
import { StaffWords } from "../../words/Words.tsx";

interface Props {
  /** Counts the visitors. Each new visitor starts at the welcome screen. */
  readonly round: number;
  /** The station's event is of another day. */
  readonly isEventOver: boolean;
  /** Deletes the form with all its answers. */
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/**
 * Shows the welcome screen before each visitor and clears a form that was left, so that the next visitor never sees the
 * last visitor's answers.
 */
export function KioskGuard({ round, isEventOver, onClear, children }: Props) {
  const [begun, setBegun] = useState(-1);
  const [looks, setLooks] = useState(false);
  // Only staff get the presets.
  const isLocked = use(config())?.signIn === true;
  const isStaffs = useStation().presets !== undefined && isLocked;
  useEffect(() => wipeOnLeaving(onClear), [onClear]);
  useEffect(() => settleEarlier(), []);
  // After the form of the last visitor is gone.
  useEffect(forgetTexts, [round]);
  const handsOver = isStaffs && !looks;
  useKioskScreen(!handsOver);
  if (handsOver)
    return (
      <StaffWords>
        <SandboxRow readers="staff" links />
        <HandOver onLook={() => setLooks(true)} />
      </StaffWords>
    );
  if (begun !== round)
    return (
      <Welcome
        isEventOver={isEventOver}
        isLocked={isLocked && !isStaffs}
        onStart={() => {
          goFullScreen();
          setBegun(round);
        }}
      />
    );
  return <InUse onClear={onClear}>{children}</InUse>;
}

function InUse({ onClear, children }: Pick<Props, "onClear" | "children">) {
  const { left, isUnsure, stay } = useIdle(idleSecondsOf(useStation()), onClear);
  const isLeft = left !== undefined;
  // The next visitor starts with the device's own text size.
  useEffect(() => resetTextSize, []);
  // The dialog makes the form inert, which takes the focus away: "I'm still here" gives it back.
  const focused = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isLeft) return;
    return () => focused.current?.focus({ preventScroll: true });
  }, [isLeft]);
  // Invisible, but it still takes keys: a key shows that the tablet did not sleep.
  const look = isUnsure ? "opacity-0" : isLeft ? "[filter:blur(16px)]" : "";
  return (
    <>
      <div inert={isLeft} className={look} onFocus={({ target }) => void (focused.current = target as HTMLElement)}>
        {children}
      </div>
      {isLeft && <IdleDialog left={left} onStay={stay} onClear={onClear} />}
    </>
  );
}

/**
 * Clears the form before the browser can cache the page: even with `no-store`, the Back button can show typed text
 * again (measured).
 */
function wipeOnLeaving(onClear: () => void): () => void {
  const wipe = () => {
    flushSync(onClear);
    sendBeforeLeaving();
  };
  const shown = (event: PageTransitionEvent) => event.persisted && window.location.reload();
  window.addEventListener("pagehide", wipe);
  window.addEventListener("pageshow", shown);
  return () => {
    window.removeEventListener("pagehide", wipe);
    window.removeEventListener("pageshow", shown);
  };
}
