import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { Submission } from "#lead/submission/submission.ts";
import { holdLonger, holdUntil, replaceHeld, sendHeld } from "../../sending/heldLead.ts";
import { release } from "../../sending/queue/hold.ts";
import { loadSealing } from "../../sending/sealBody.ts";
import type { Outgoing } from "../../sending/queue/outgoing.ts";
import { warnSeconds } from "../../station/idleSecondsOf.ts";

type Answers = Pick<Submission, "lead" | "language" | "acknowledgement">;

interface HeldLead {
  readonly isSignedIn: boolean;
  /** Holds the submission of a visitor who signs in. Returns false if the form was closed before it was on disk. */
  readonly start: (outgoing: Outgoing) => Promise<boolean>;
  /** Holds the submission with the visitor's further answers from now on. */
  readonly keepUp: (answers: Answers) => void;
  /** Returns the submission with the visitor's further answers, to be sent now. Undefined if none is held. */
  readonly finish: (answers: Answers) => Outgoing | undefined;
  /** The proxy refused the submission: the next one gets a new id. */
  readonly drop: () => void;
}

const renewMs = 10_000;

/** The consent stays as it was at Sign in. */
function answered({ id, body }: Outgoing, { lead, language, acknowledgement }: Answers): Outgoing {
  const { acknowledgement: _before, ...signedIn } = body;
  return {
    id,
    body: { ...signedIn, lead, ...(language && { language }), ...(acknowledgement && { acknowledgement }) },
  };
}

/**
 * The submission of a kiosk's visitor between Sign in and Done. It is released as it is when the form is closed. If the
 * page dies, it is released after the idle time.
 */
export function useHeldLead(idleSeconds: number, sealTo: SealingKey | undefined): HeldLead {
  const [isSignedIn, setSignedIn] = useState(false);
  const held = useRef<Outgoing>(undefined);
  /** A second press on Sign in waits for the first. */
  const starting = useRef<Promise<boolean>>(undefined);
  /** What was pressed just before may still run after the form was closed. */
  const isClosed = useRef(false);
  const untilMs = (idleSeconds + warnSeconds) * 1000;
  useEffect(() => {
    if (!isSignedIn) return;
    // The visitor may take longer: the time counts from the last moment at which the form was open.
    const timer = setInterval(() => held.current && void holdLonger(held.current.id, Date.now() + untilMs), renewMs);
    return () => clearInterval(timer);
  }, [isSignedIn, untilMs]);
  useEffect(() => void (sealTo && loadSealing().catch(() => undefined)), [sealTo]);
  // A layout effect also runs while the page is being closed.
  useLayoutEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
      if (held.current) void release(held.current.id);
    };
  }, []);
  return {
    isSignedIn,
    start: (outgoing) =>
      (starting.current ??= (async () => {
        held.current = outgoing;
        await holdUntil(outgoing, Date.now() + (isClosed.current ? 0 : untilMs), sealTo);
        const isOpen = !isClosed.current && held.current === outgoing;
        if (isOpen) setSignedIn(true);
        return isOpen;
      })()),
    keepUp(answers) {
      if (!held.current) return;
      held.current = answered(held.current, answers);
      replaceHeld(held.current, sealTo);
    },
    finish(answers) {
      const { current } = held;
      held.current = undefined;
      if (!current) return undefined;
      const finished = answered(current, answers);
      sendHeld(finished, sealTo);
      return finished;
    },
    drop() {
      held.current = undefined;
      starting.current = undefined;
      setSignedIn(false);
    },
  };
}
