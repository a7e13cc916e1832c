import { useEffect, useEffectEvent, useState } from "react";
import { FormProvider } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { handlingStep, stepsOf } from "./draft/steps.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { Broken } from "../ui/Broken.tsx";
import { frames } from "./frame/frames.ts";
import type { Problem } from "../browser/api.ts";
import { leaveBox } from "../browser/leaveBox.ts";
import { StationContext, useStation } from "../station/useStation.ts";
import { draftOf, recallDraft } from "./draft/draft.ts";
import { useKeptFix, type FixDraft } from "./draft/fixDraft.ts";
import type { Take } from "./draft/leadInHand.ts";
import { withStationTypes } from "./draft/stationTypes.ts";
import { StepFields } from "./steps/StepFields.tsx";
import { useStamp } from "../station/who/useStamp.ts";
import { useLeadForm } from "./draft/useLeadForm.ts";
import { AgencyText } from "./AgencyText.tsx";
import { ConsentQuestion } from "./ConsentQuestion.tsx";
import { ErrorSummary } from "./ErrorSummary.tsx";
import { DuplicateNote } from "./duplicates/DuplicateNote.tsx";
import { FocusKeeper } from "./FocusKeeper.tsx";
import { FormAids } from "./FormAids.tsx";
import { DraftLine } from "./steps/DraftLine.tsx";
import { PartySize } from "./PartySize.tsx";
import { Review } from "./Review.tsx";
import { Receipt } from "../sending/Receipt.tsx";
import { Note } from "../ui/Note.tsx";

const noStamp = {};

interface Props {
  /** The step in the page's address, if there is one. */
  readonly stepName: string | undefined;
  readonly onStep: (name: string) => void;
  /** Renders a new form for the next person. Nothing of this lead stays in memory. */
  readonly onNext: () => void;
  /**
   * Takes the submission and shows its state. Without it the form shows the receipt. A lead with a draft is already
   * stored as unsent.
   */
  readonly onSaved: Take | undefined;
  /** The answers of an existing lead that is stored elsewhere. */
  readonly initial?: object;
  /** The issues that the proxy found in the lead of `initial`. */
  readonly refusal?: Problem | undefined;
  /** The fields that say who gets the lead. People can see and change them. */
  readonly stamp?: object;
  /** The id of the submission that is corrected, and where the correction is kept. */
  readonly correcting?: string;
  readonly fix?: FixDraft;
}

/** The form of a station of any profile: the steps one by one, then the receipt. */
export function LeadForm(props: Props) {
  const { stepName, onStep, onNext, onSaved, initial, stamp = noStamp, refusal, correcting, fix } = props;
  const t = useTranslations("app");
  const station = useStation();
  const [steps] = useState(() => stepsOf(station));
  // A lead that Lofty refused is stored by the proxy: only its correction is kept (`fix`).
  const [draft] = useState(() => (initial === undefined ? draftOf(station) : undefined));
  const lead = useLeadForm({
    steps,
    stepName,
    onStep(name) {
      // React calls no `onBlur` for a box that it removes.
      leaveBox();
      onStep(name);
    },
    onNext,
    onSaved,
    draft,
    stamp,
    initial: withStationTypes(initial ?? recallDraft(draft) ?? stamp, station),
  });
  const { form, step, attempt, outgoing } = lead;
  useStamp(form, stamp);
  useKeptFix(form, fix);
  const visited = isVisited(station);
  const begin = useEffectEvent(() => {
    if (refusal) lead.reopen(refusal);
  });
  useEffect(() => begin(), []);
  const Frame = frames[station.profile];
  if (outgoing) return <Receipt outgoing={outgoing} onNext={onNext} onBack={(problem) => lead.reopen(problem)} />;
  return (
    <StationContext value={lead.station}>
      <FormProvider {...form}>
        {lead.isClosed && <FocusKeeper />}
        <Frame steps={steps} lead={lead} handling={handlingStep(station)}>
          {lead.isStuck && (
            <Note role="alert" look="over">
              {t("stuck")}
            </Note>
          )}
          <FormAids lead={lead} />
          <ErrorSummary steps={steps} attempt={attempt} onOpen={lead.open} />
          {step.name === "review" ? (
            <Review
              steps={steps.filter(({ name }) => name !== "review")}
              review={step}
              onChange={({ name }) => lead.change(name)}
              onOpen={lead.open}
            />
          ) : (
            <Boundary key={step.name} fallback={(error, again) => <Broken part="step" error={error} onAgain={again} />}>
              <StepFields step={step}>
                {step.name === "agency" && <AgencyText value={lead.agency} onChange={lead.setAgency} />}
                {visited && step === steps[0] && <ConsentQuestion value={lead.channels} onChange={lead.setChannels} />}
                {station.profile === "kiosk" && step === steps[0] && (
                  <PartySize value={lead.party} onChange={lead.setParty} />
                )}
              </StepFields>
            </Boundary>
          )}
          {!visited && step === steps[0] && <DuplicateNote without={correcting} />}
          {station.profile === "agent" && <DraftLine lead={lead} />}
        </Frame>
      </FormProvider>
    </StationContext>
  );
}
