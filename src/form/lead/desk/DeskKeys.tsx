import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isComposing } from "../../browser/isComposing.ts";
import { idOf } from "../../question/answers/control.ts";
import { focusNow } from "../../question/answers/focusSoon.ts";
import { AllShortcuts } from "./AllShortcuts.tsx";
import { issuesInSteps } from "../draft/issuesInSteps.ts";
import type { LeadInHand } from "../draft/leadInHand.ts";
import { useSetting } from "../../browser/useSetting.ts";
import type { Step } from "../draft/steps.ts";
import { actionOf, type Action } from "./shortcuts.ts";
import { Jump } from "./Jump.tsx";

export type DeskDialog = "jump" | "all";

interface Props {
  readonly steps: readonly Step[];
  readonly handling: Step;
  readonly lead: LeadInHand;
  readonly open: DeskDialog | undefined;
  readonly onOpen: (dialog: DeskDialog | undefined) => void;
}

/** Listens for the desk's shortcuts (unless they are off) and shows the dialogs that they open. */
export function DeskKeys({ steps, handling, lead, open, onOpen }: Props) {
  const t = useTranslations("keys");
  const isOn = useSetting("shortcuts") === "on";
  const { step, form } = lead;
  const { errors } = useFormState();
  const cameFrom = useRef<HTMLElement>(undefined);
  const [sought, seek] = useState<{ readonly by: number }>();

  const goBy = (by: number) => {
    const to = steps[steps.indexOf(step) + by];
    if (to) lead.goTo(to.name);
  };
  const goToFix = useEffectEvent((by: number) => {
    const paths = issuesInSteps(errors, [...steps, handling]).map(({ path }) => path);
    const at = paths.findIndex((path) => document.activeElement?.closest(`[id="${idOf(path)}"]`));
    const path = paths.at(at < 0 ? Math.min(0, by) : (at + by) % paths.length);
    if (path !== undefined) lead.open(path, true);
  });
  const judgeAndFix = async (by: number) => {
    await form.trigger();
    seek({ by });
  };
  // The new errors are available here after the next render.
  useEffect(() => {
    if (sought) goToFix(sought.by);
  }, [sought]);
  const toMain = () => {
    const back = cameFrom.current;
    if (back?.isConnected) back.focus();
    else focusNow(step.shown[0]?.path ?? "");
  };
  const toHandling = () => {
    const focused = document.activeElement;
    if (focused?.closest("aside")) return toMain();
    if (focused instanceof HTMLElement) cameFrom.current = focused;
    focusNow(handling.shown[0]?.path ?? "");
  };
  const act: Record<Action, () => void> = {
    continue: () => void (lead.isLast ? lead.save() : lead.next()),
    send: () => void lead.save(),
    jump: () => onOpen("jump"),
    nextStep: () => goBy(1),
    stepBefore: () => goBy(-1),
    handling: toHandling,
    mainColumn: toMain,
    nextIssue: () => void judgeAndFix(1),
    issueBefore: () => void judgeAndFix(-1),
    all: () => onOpen("all"),
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event);
    if (action === undefined || isComposing(event)) return;
    event.preventDefault();
    // A held key would go past the review and send.
    if (!event.repeat && document.querySelector("dialog[open]") === null) act[action]();
  });
  // Before takeOver.ts lets the keys through.
  useLayoutEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
  const close = () => onOpen(undefined);
  return (
    <>
      {open === "jump" && <Jump steps={[...steps, handling]} onGo={(path) => lead.open(path, true)} onClose={close} />}
      {open === "all" && <AllShortcuts onClose={close} />}
      <span className="sr-only" role="status">
        {sought && Object.keys(errors).length === 0 ? t("nothingToFix") : ""}
      </span>
    </>
  );
}
