import { Suspense, useEffect, useState } from "react";
import { FormProvider } from "react-hook-form";
import { isVisited } from "#lead/allowed.ts";
import { takesKeys } from "../firstKey.ts";
import { handlingStep, stepsOf } from "../steps.ts";
import { frames } from "../frame/frames.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { afterFirstKey, later } from "../later.ts";
import { useStation } from "../station/useStation.ts";
import { StepFields } from "./StepFields.tsx";
import { useLeadForm } from "./useLeadForm.ts";

const ConsentQuestion = afterFirstKey(() => import("./ConsentQuestion.tsx"), "ConsentQuestion");
const ErrorSummary = afterFirstKey(() => import("./ErrorSummary.tsx"), "ErrorSummary");
const Review = later(() => import("./Review.tsx"), "Review");
const Sending = later(() => import("../send/Sending.tsx"), "Sending");
const StaffReceipt = later(() => import("../send/StaffReceipt.tsx"), "StaffReceipt");
const VisitorDone = later(() => import("../send/VisitorDone.tsx"), "VisitorDone");

interface Props {
  /** The step named by the page's address, where it names one. */
  readonly stepName: string | undefined;
  readonly onStep: (name: string) => void;
  /** Draws a new form for the next person: nothing of this one is left in memory. */
  readonly onNext: () => void;
  /** An agent's form makes room at once; the page tells what became of the lead. */
  readonly onSaved: (outgoing: Outgoing) => void;
  /** A lead to go on with: one that was refused. */
  readonly initial: object | undefined;
}

/** The form of a station, whatever its profile: a step at a time, then what became of the lead. */
export function LeadForm({ stepName, onStep, onNext, onSaved, initial }: Props) {
  const station = useStation();
  const [steps] = useState(() => stepsOf(station));
  const lead = useLeadForm({
    steps,
    stepName,
    onStep,
    initial,
    onSaved: station.profile === "agent" ? onSaved : undefined,
  });
  const { form, step, attempt, outgoing } = lead;
  const visited = isVisited(station);
  useEffect(takesKeys, []);
  const Frame = frames[station.profile];
  if (outgoing)
    return (
      <Suspense>
        <Sending outgoing={outgoing}>
          {(sent) =>
            visited ? (
              <VisitorDone sent={sent} onDone={onNext} onBack={() => lead.reopen(sent.problem)} />
            ) : (
              <StaffReceipt sent={sent} onNext={onNext} onBack={() => lead.reopen(sent.problem)} />
            )
          }
        </Sending>
      </Suspense>
    );
  return (
    <FormProvider {...form}>
      <Frame steps={steps} lead={lead} handling={handlingStep(station)}>
        <Suspense>
          <ErrorSummary steps={steps} attempt={attempt} onOpen={lead.open} />
        </Suspense>
        <Suspense>
          {step.name === "review" ? (
            <Review
              steps={steps.filter(({ name }) => name !== "review")}
              review={step}
              onChange={({ name }) => onStep(name)}
            />
          ) : (
            <StepFields key={step.name} step={step} />
          )}
        </Suspense>
        <Suspense>
          {visited && step === steps[0] && <ConsentQuestion value={lead.channels} onChange={lead.setChannels} />}
        </Suspense>
      </Frame>
    </FormProvider>
  );
}
