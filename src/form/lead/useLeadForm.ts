import { startTransition, useCallback, useMemo, useRef, useState } from "react";
import { useForm, type FieldValues, type Resolver } from "react-hook-form";
import { useLocale } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import type { Problem } from "../api.ts";
import { focusSoon } from "../controls/focusSoon.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { withEvent } from "../station/eventNow.ts";
import { useStation } from "../station/useStation.ts";
import { changeOf, holds, type Step } from "../steps.ts";
import type { Channels } from "./ConsentQuestion.tsx";
import { type Draft } from "./draft.ts";
import { judging } from "./judging.ts";
import type { LeadInHand, Take } from "./leadInHand.ts";

interface Setting {
  readonly steps: readonly Step[];
  readonly stepName: string | undefined;
  readonly onStep: (name: string) => void;
  readonly onNext: () => void;
  readonly initial: object;
  /** What stands in the form before anybody has answered. */
  readonly stamp: object;
  readonly draft: Draft | undefined;
  /** Takes the submission; without it the form keeps it and shows its receipt. */
  readonly onSaved: Take | undefined;
}

export function useLeadForm({
  steps,
  stepName,
  onStep,
  onNext,
  initial,
  stamp,
  onSaved,
  ...rest
}: Setting): LeadInHand {
  const current = useStation();
  const [draft, setDraft] = useState(rest.draft);
  const station = useMemo(
    () => (draft?.event === undefined ? current : withEvent(current, draft.event)),
    [current, draft],
  );
  const locale = useLocale();
  const [resolver] = useState(() => {
    let ready: Resolver<FieldValues> | undefined;
    return async (...form: Parameters<Resolver<FieldValues>>) => {
      ready ??= (await judging()).schemaResolver(station);
      return ready(...form);
    };
  });
  const form = useForm<FieldValues>({ resolver, shouldFocusError: false, defaultValues: { ...initial } });
  const [attempt, setAttempt] = useState(0);
  const [outgoing, setOutgoing] = useState<Outgoing>();
  const [channels, setChannels] = useState<Channels>({});
  const [changing, setChanging] = useState(false);
  const [isStuck, setStuck] = useState(false);
  const [isUntouched, setUntouched] = useState(false);
  const at = Math.max(
    0,
    steps.findIndex(({ name }) => name === stepName),
  );
  const step = steps[at] as Step;

  const isEmpty = useCallback(
    (answers: object) =>
      Object.entries(tidy(answers) as object).every(([path, answer]) => answer === valueAt(stamp, path)),
    [stamp],
  );
  const miss = () => {
    setAttempt((count) => count + 1);
    void judging().then(({ tellTouched }) => tellTouched("press"));
  };
  const goTo = (name: string) => {
    setAttempt(0);
    setChanging(false);
    onStep(name);
  };
  /** A press never fails in silence: a part of the page may not have come through a bad network. */
  const carefully = async (work: () => Promise<void>) => {
    setStuck(false);
    setUntouched(false);
    try {
      await work();
    } catch (error) {
      setStuck(true);
      reportError(error);
    }
  };
  const goOn = async () => {
    const { judgeStep } = await judging();
    const following = changing ? steps.at(-1) : steps[at + 1];
    if (!(await judgeStep(form, step))) return miss();
    if (following) goTo(following.name);
    if (changing) focusSoon(changeOf(step.name));
  };
  const isSaving = useRef(false);
  const saveOnce = async () => {
    if (isSaving.current) return;
    isSaving.current = true;
    let taken = false;
    try {
      taken = await judgeAndSave();
    } finally {
      // Once it was taken, another press is no second lead.
      isSaving.current = taken;
    }
  };
  const judgeAndSave = async () => {
    const { readBoxes, settle, handOver, markIssues } = await judging();
    readBoxes();
    // A press may be meant for the lead that was just saved: what nobody has touched is not judged.
    if (!isVisited(station) && isEmpty(form.getValues())) {
      setUntouched(true);
      return false;
    }
    await settle(form);
    let taken = false;
    await form.handleSubmit(async (lead) => {
      const frozen = await handOver(draft, lead, station, locale, channels);
      const problem = await onSaved?.(frozen);
      taken = problem === undefined;
      if (!taken) {
        markIssues(form, problem);
        miss();
      }
      // The form stays until what follows it can be drawn: the focus passes from one to the other.
      if (!onSaved) startTransition(() => setOutgoing(frozen));
    }, miss)();
    return taken;
  };
  const open = (path: string, selects?: boolean) => {
    const holder = steps.find((candidate) => holds(candidate, path));
    if (holder && holder !== step) onStep(holder.name);
    focusSoon(path, selects);
  };
  const reopen = async (problem: Problem | undefined) => {
    const { draftAgain, markIssues } = await judging();
    if (outgoing && draft) setDraft(draftAgain(station, outgoing, form.getValues()));
    isSaving.current = false;
    setOutgoing(undefined);
    markIssues(form, problem);
    miss();
  };
  const before = steps[at - 1];
  return {
    station,
    form,
    step,
    isLast: at === steps.length - 1,
    isChanging: changing,
    attempt,
    isStuck,
    isUntouched,
    outgoing,
    channels,
    setChannels,
    next: () => carefully(goOn),
    back: before && (() => goTo(before.name)),
    goTo,
    change: (name) => {
      goTo(name);
      setChanging(true);
    },
    save: () => carefully(saveOnce),
    open,
    reopen,
    touched: () => setUntouched(false),
    isEmpty,
    draft,
    reread: onNext,
    startOver: () =>
      void carefully(async () => {
        (await judging()).throwAway(draft);
        onNext();
      }),
  };
}
