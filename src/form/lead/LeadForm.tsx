import { Suspense, useEffect, useEffectEvent, useState } from "react";
import { FormProvider } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { firstKey, takesKeys } from "../firstKey.ts";
import { handlingStep, stepsOf } from "../steps.ts";
import { Boundary } from "../Boundary.tsx";
import { frames } from "../frame/frames.ts";
import type { Problem } from "../api.ts";
import { afterFirstKey, ahead, later } from "../later.ts";
import { Optional } from "../Optional.tsx";
import { StationContext, useStation } from "../station/useStation.ts";
import { draftOf, recallDraft } from "./draft.ts";
import { judging } from "./judging.ts";
import type { Take } from "./leadInHand.ts";
import { StepFields } from "./StepFields.tsx";
import { useStamp } from "../who/useStamp.ts";
import { useAllWords } from "../words/messages.ts";
import { useLeadForm } from "./useLeadForm.ts";

const ConsentQuestion = afterFirstKey(() => import("./ConsentQuestion.tsx"), "ConsentQuestion");
const ErrorSummary = afterFirstKey(() => import("./ErrorSummary.tsx"), "ErrorSummary");
const DuplicateNote = afterFirstKey(() => import("../duplicates/DuplicateNote.tsx"), "DuplicateNote");
const FormAids = afterFirstKey(() => import("./FormAids.tsx"), "FormAids");
const DraftLine = afterFirstKey(() => import("./DraftLine.tsx"), "DraftLine");
const Review = later(() => import("./Review.tsx"), "Review");
const Receipt = ahead(() => import("../send/Receipt.tsx"), "Receipt");

const noStamp = {};

interface Props {
  /** The step named by the page's address, where it names one. */
  readonly stepName: string | undefined;
  readonly onStep: (name: string) => void;
  /** Draws a new form for the next person: nothing of this one is left in memory. */
  readonly onNext: () => void;
  /** Takes the lead, kept as unsent if it was a draft, and tells what becomes of it; without it the form does. */
  readonly onSaved: Take | undefined;
  /** A lead to go on with, that is kept elsewhere. */
  readonly initial?: object;
  /** What the proxy found wrong with the lead that is in the form again. */
  readonly refusal?: Problem | undefined;
  /** Whose lead it is, as values that anyone can see and change. */
  readonly stamp?: object;
  /** The submission that is being corrected. */
  readonly correcting?: string;
}

/** The form of a station, whatever its profile: a step at a time, then what became of the lead. */
export function LeadForm({ stepName, onStep, onNext, onSaved, initial, stamp = noStamp, refusal, correcting }: Props) {
  const t = useTranslations("app");
  const station = useStation();
  const [steps] = useState(() => stepsOf(station));
  // A lead that Lofty refused is kept by the proxy already.
  const [draft] = useState(() => (initial === undefined ? draftOf(station) : undefined));
  const lead = useLeadForm({
    steps,
    stepName,
    onStep,
    onNext,
    onSaved,
    draft,
    stamp,
    initial: initial ?? recallDraft(draft) ?? stamp,
  });
  const { form, step, attempt, outgoing } = lead;
  useAllWords(step !== steps[0]);
  useStamp(form, stamp);
  const visited = isVisited(station);
  const begin = useEffectEvent(() => {
    takesKeys();
    void firstKey.then(judging).catch(() => undefined);
    if (refusal) void lead.reopen(refusal);
  });
  useEffect(() => begin(), []);
  const Frame = frames[station.profile];
  if (outgoing) return <Receipt outgoing={outgoing} onNext={onNext} onBack={(problem) => void lead.reopen(problem)} />;
  return (
    <StationContext value={lead.station}>
      <FormProvider {...form}>
        <Frame steps={steps} lead={lead} handling={handlingStep(station)}>
          {lead.isStuck && (
            <p role="alert" className="note note-over">
              {t("stuck")}
            </p>
          )}
          <Optional>
            <FormAids lead={lead} />
          </Optional>
          <Suspense>
            <ErrorSummary steps={steps} attempt={attempt} onOpen={lead.open} />
          </Suspense>
          <Suspense>
            {step.name === "review" ? (
              <Review
                steps={steps.filter(({ name }) => name !== "review")}
                review={step}
                onChange={({ name }) => lead.change(name)}
                onOpen={lead.open}
              />
            ) : (
              <Boundary key={step.name} around="step">
                <StepFields step={step}>
                  {visited && step === steps[0] && (
                    <ConsentQuestion value={lead.channels} onChange={lead.setChannels} />
                  )}
                </StepFields>
              </Boundary>
            )}
          </Suspense>
          {!visited && step === steps[0] && (
            <Optional>
              <DuplicateNote without={correcting} />
            </Optional>
          )}
          {station.profile === "agent" && (
            <Optional>
              <DraftLine lead={lead} />
            </Optional>
          )}
        </Frame>
      </FormProvider>
    </StationContext>
  );
}
