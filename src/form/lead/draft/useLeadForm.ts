import { startTransition, useCallback, useMemo, useState } from "react";
import { useForm, type FieldValues } from "react-hook-form";
import { languageOf } from "../../words/locale.ts";
import { useLocale } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import type { Problem } from "../../browser/api.ts";
import { focusSoon } from "../../question/answers/focusSoon.ts";
import type { Outgoing } from "../../sending/queue/outgoing.ts";
import { withEvent } from "../../station/eventNow.ts";
import { idleSecondsOf } from "../../station/idleSecondsOf.ts";
import { useStation } from "../../station/useStation.ts";
import { changeOf, holds, type Step } from "./steps.ts";
import { type Draft } from "./draft.ts";
import { readBoxes } from "../../browser/readBoxes.ts";
import { notifyTouched } from "../../sending/touched.ts";
import { clearStep } from "./clearStep.ts";
import { reopenAsDraft } from "./reopenAsDraft.ts";
import { toSubmission } from "./toSubmission.ts";
import { handOver, throwAway } from "./handOver.ts";
import { judgeStep } from "./judgeStep.ts";
import { markIssues } from "./markIssues.ts";
import { useHeldLead } from "./useHeldLead.ts";
import { useLeaving } from "./useLeaving.ts";
import { useOpenLead } from "./useOpenLead.ts";
import { useSaid } from "./useSaid.ts";
import { schemaResolver } from "./schemaResolver.ts";
import { settle } from "./settle.ts";
import type { LeadInHand, Take } from "./leadInHand.ts";

interface Setting {
  readonly steps: readonly Step[];
  readonly stepName: string | undefined;
  readonly onStep: (name: string) => void;
  readonly onNext: () => void;
  readonly initial: object;
  /** The values of an empty form. */
  readonly stamp: object;
  readonly draft: Draft | undefined;
  /** Receives the submission. If absent, the form keeps the submission and shows a receipt. */
  readonly onSaved: Take | undefined;
}

export function useLeadForm(setting: Setting): LeadInHand {
  const { steps, stepName, onStep, onNext, initial, stamp, onSaved } = setting;
  const current = useStation();
  const [draft, setDraft] = useState(setting.draft);
  const station = useMemo(
    () => (draft?.event === undefined ? current : withEvent(current, draft.event)),
    [current, draft],
  );
  const language = languageOf(useLocale());
  const resolver = useMemo(() => schemaResolver(station), [station]);
  const form = useForm<FieldValues>({ resolver, shouldFocusError: false, defaultValues: { ...initial } });
  const [attempt, setAttempt] = useState(0);
  const [outgoing, setOutgoing] = useState<Outgoing>();
  const [changing, setChanging] = useState(false);
  const [isStuck, setStuck] = useState(false);
  const [isUntouched, setUntouched] = useState(false);
  const found = steps.findIndex(({ name }) => name === stepName);
  const at = Math.max(0, found);
  const step = steps[at] as Step;
  const said = useSaid(at === 0);
  const [before, after] = [steps[at - 1], steps[at + 1]];

  const isEmpty = useCallback(
    (answers: object) =>
      Object.entries(tidy(answers) as object).every(([path, answer]) => answer === valueAt(stamp, path)),
    [stamp],
  );
  useOpenLead(form, isEmpty);
  const held = useHeldLead(idleSecondsOf(station), station.sealTo);
  const miss = () => {
    setAttempt((count) => count + 1);
    notifyTouched("press");
  };
  const goTo = (name: string) => {
    setAttempt(0);
    setChanging(false);
    onStep(name);
  };
  /** Shows a message if `work` throws: on a bad network a part of the page may not load. */
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
  const signIn = async () => {
    readBoxes();
    await settle(form);
    await form.handleSubmit(async (lead) => {
      // Go on only if it is held: the next page says that it is.
      if (await held.start(toSubmission(lead, station, language, said))) goTo((after ?? step).name);
    }, miss)();
  };
  /** A visitor who has signed in may leave now: what was passed or skipped counts. */
  const keepUp = async (answered: typeof said) =>
    held.isSignedIn &&
    (await form.handleSubmit((lead) => held.keepUp(toSubmission(lead, station, language, answered).body))());
  const goOn = async () => {
    if (station.profile === "kiosk" && at === 0) return signIn();
    const following = changing ? steps.at(-1) : after;
    if (!(await judgeStep(form, step))) return miss();
    await keepUp(said);
    if (following) goTo(following.name);
    if (changing) focusSoon(changeOf(step.name));
  };
  const leaving = useLeaving();
  const saveOnce = (answered = said) => leaving.once(() => judgeAndSave(answered));
  const judgeAndSave = async (answered: typeof said) => {
    readBoxes();
    // A second press on Save may meet the next, empty form. Do not validate a form without answers.
    if (!isVisited(station) && isEmpty(form.getValues())) {
      setUntouched(true);
      return false;
    }
    await settle(form);
    leaving.close();
    const refuse = () => {
      leaving.open();
      miss();
    };
    let taken = false;
    await form.handleSubmit(async (lead) => {
      const frozen =
        held.finish(toSubmission(lead, station, language, answered).body) ??
        (await handOver(draft, lead, station, language, answered));
      const problem = await onSaved?.(frozen);
      taken = problem === undefined;
      if (!taken) {
        markIssues(form, problem);
        refuse();
      }
      // Keep the form until the receipt can be rendered: then the focus moves straight from one to the other.
      if (!onSaved) startTransition(() => setOutgoing(frozen));
    }, refuse)();
    return taken;
  };
  const open = (path: string, selects?: boolean) => {
    const holder = steps.find((candidate) => holds(candidate, path));
    if (holder && holder !== step) onStep(holder.name);
    focusSoon(path, selects);
  };
  const skip = async () => {
    clearStep(form, step);
    // What is skipped here is not yet gone from `said`.
    const answered = step.name === "agency" ? { ...said, agency: {} } : said;
    if (answered !== said) said.setAgency({});
    if (!after) return saveOnce(answered);
    await keepUp(answered);
    goTo(after.name);
  };
  const reopen = (problem: Problem | undefined) => {
    held.drop();
    if (outgoing && draft) setDraft(reopenAsDraft(outgoing.id, outgoing.body, form.getValues()));
    leaving.open();
    setOutgoing(undefined);
    markIssues(form, problem);
    miss();
  };
  return {
    station,
    form,
    step,
    isLast: at === steps.length - 1,
    isChanging: changing,
    attempt,
    isStuck,
    isUntouched,
    isClosed: leaving.isClosed,
    outgoing,
    ...said,
    isSignedIn: held.isSignedIn,
    skip: () => carefully(skip),
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
    startOver() {
      throwAway(draft);
      onNext();
    },
  };
}
