import { useState } from "react";
import { useForm, type FieldValues, type UseFormReturn } from "react-hook-form";
import { useLocale } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import type { Submission } from "#lead/submission.ts";
import type { Problem } from "../api.ts";
import { focusSoon } from "../controls/focusSoon.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { useStation } from "../station/useStation.ts";
import { holds, type Step } from "../steps.ts";
import type { Channels } from "./ConsentQuestion.tsx";
import { dropEmptyRows } from "./dropEmptyRows.ts";
import { resolverOf } from "./resolver.ts";

/** A lead being taken: its draft, where the person is in it, and the submission once it is saved. */
export interface LeadInHand {
  readonly form: UseFormReturn<FieldValues>;
  readonly step: Step;
  readonly isLast: boolean;
  readonly attempt: number;
  readonly outgoing: Outgoing | undefined;
  readonly channels: Channels;
  readonly setChannels: (channels: Channels) => void;
  /** Judges this step and goes to the next. */
  readonly next: () => Promise<void>;
  readonly back: (() => void) | undefined;
  readonly goTo: (name: string) => void;
  /** Judges everything and saves it. */
  readonly save: () => Promise<void>;
  /** Opens the step that holds a path and focuses it. */
  readonly open: (path: string) => void;
  /** Back from a refusal: what the proxy found wrong stands at its fields. */
  readonly reopen: (problem: Problem | undefined) => void;
}

interface Setting {
  readonly steps: readonly Step[];
  readonly stepName: string | undefined;
  readonly onStep: (name: string) => void;
  readonly initial: object | undefined;
  /** Takes the submission; without it the form keeps it and shows its receipt. */
  readonly onSaved: ((outgoing: Outgoing) => void) | undefined;
}

export function useLeadForm({ steps, stepName, onStep, initial, onSaved }: Setting): LeadInHand {
  const station = useStation();
  const locale = useLocale();
  const [resolver] = useState(() => resolverOf(station));
  const form = useForm<FieldValues>({ resolver, shouldFocusError: false, ...(initial && { defaultValues: initial }) });
  const [attempt, setAttempt] = useState(0);
  const [outgoing, setOutgoing] = useState<Outgoing>();
  const [channels, setChannels] = useState<Channels>({});
  const at = Math.max(
    0,
    steps.findIndex(({ name }) => name === stepName),
  );
  const step = steps[at] as Step;

  const miss = () => setAttempt((count) => count + 1);
  const goTo = (name: string) => {
    setAttempt(0);
    onStep(name);
  };
  const next = async () => {
    dropEmptyRows(form);
    const paths = [...step.shown, ...step.more, ...step.advanced].map(({ path }) => path);
    const following = steps[at + 1];
    if (!(await form.trigger(paths))) miss();
    else if (following) goTo(following.name);
  };
  const save = async () => {
    settle();
    dropEmptyRows(form);
    await form.handleSubmit((lead) => (onSaved ?? setOutgoing)(freeze(lead)), miss)();
  };
  const freeze = (lead: FieldValues): Outgoing => {
    const now = new Date().toISOString();
    const { version, text } = station.consent;
    const language = locale as NonNullable<Submission["language"]>;
    const consent = isVisited(station)
      ? { consent: { version, text, language, at: now, by: "self" as const, channels } }
      : {};
    return { id: crypto.randomUUID(), body: { station: station.id, lead, capturedAt: now, language, ...consent } };
  };
  const open = (path: string) => {
    const holder = steps.find((candidate) => holds(candidate, path));
    if (holder && holder !== step) onStep(holder.name);
    focusSoon(path);
  };
  const reopen = (problem: Problem | undefined) => {
    setOutgoing(undefined);
    for (const { path, code } of problem?.issues ?? []) form.setError(path, { type: code, message: code });
    miss();
  };
  const before = steps[at - 1];
  return {
    form,
    step,
    isLast: at === steps.length - 1,
    attempt,
    outgoing,
    channels,
    setChannels,
    next,
    back: before && (() => goTo(before.name)),
    goTo,
    save,
    open,
    reopen,
  };
}

/** A box that is still being typed in settles as if it had been left. */
function settle(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) {
    focused.blur();
    focused.focus();
  }
}
