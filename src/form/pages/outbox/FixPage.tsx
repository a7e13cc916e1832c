import { CircleAlert, NotebookPen } from "lucide-react";
import { use, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import type { JsonObject } from "#lead/json.ts";
import { isUnjudged } from "#lead/submission/fixable.ts";
import type { OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { refusalOf, type Problem } from "../../browser/api.ts";
import { focusSoon } from "../../question/answers/focusSoon.ts";
import { Link } from "../../ui/Link.tsx";
import { LeadForm } from "../../lead/LeadForm.tsx";
import { queryClient } from "../../browser/queryClient.ts";
import { leaveBox } from "../../browser/leaveBox.ts";
import { useNavigate } from "../../browser/route.ts";
import { wasRefused } from "../../sending/states.ts";
import { useReason } from "../../sending/useReason.ts";
import { loadStationOfLead } from "../../station/loadStation.ts";
import { SignInButton } from "../../station/SignInButton.tsx";
import { endDraft } from "../../lead/draft/endDraft.ts";
import { fixDraftOf, recallFix } from "../../lead/draft/fixDraft.ts";
import { holds, stepsOf } from "../../lead/draft/steps.ts";
import { StationContext } from "../../station/useStation.ts";
import { asDraft } from "./asDraft.ts";
import { Culprits } from "./Culprits.tsx";
import { act } from "../../sending/useOutbox.ts";
import { Note } from "../../ui/Note.tsx";

/** The message for each status if the proxy did not take the correction. */
const said = {
  401: "receipt.signedOut",
  403: "receipt.signedOut",
  409: "outbox.settled",
  422: "receipt.refused",
} as const;
const unreachable: Problem = { type: "about:blank", status: 0 };

/** A lead that Lofty refused, with its answers in the form. Saving sends it again under the same id. */
export function FixPage({ entry, lead }: { readonly entry: OutboxEntry; readonly lead: JsonObject }) {
  const t = useTranslations();
  const reason = useReason();
  const navigate = useNavigate();
  const station = use(loadStationOfLead(entry.station));
  const [step, setStep] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  // Staff correct a visitor's lead, so they see all its fields.
  const profile = isVisited(station) ? "desk" : station.profile;
  const isStamped = !isUnjudged(entry.reason);
  const asStaff = useMemo(() => ({ ...station, profile, isStamped }), [station, profile, isStamped]);
  const begin = (round: number) => {
    const fix = fixDraftOf(entry.id, station.id, asDraft(lead, asStaff));
    return { fix, kept: recallFix(fix), round };
  };
  const [{ fix, kept, round }, setBegun] = useState(() => begin(0));
  const heading = useRef<HTMLHeadingElement>(null);
  // Also after the correction was thrown away: the form is a new one.
  useLayoutEffect(() => heading.current?.focus(), [round]);
  useEffect(() => {
    document.documentElement.dataset["density"] = profile === "desk" ? "desk" : "touch";
  }, [profile]);
  const send = async (corrected: JsonObject) => {
    try {
      await act(entry.id, { action: "fix", lead: corrected });
      endDraft(fix.draft);
      await queryClient.invalidateQueries();
      navigate("/outbox");
      return undefined;
    } catch (error) {
      const why = refusalOf(error) ?? unreachable;
      setProblem(why);
      return why;
    }
  };
  const open = (path: string) => {
    const holder = stepsOf(asStaff).find((one) => holds(one, path));
    leaveBox();
    if (holder) setStep(holder.name);
    focusSoon(path);
  };
  const signedOut = problem?.status === 401 || problem?.status === 403;
  return (
    <StationContext value={asStaff}>
      <Note role="status" as="div" look="over" isBar className="items-center">
        <CircleAlert aria-hidden="true" />
        <span className="flex-1 wrap-anywhere">
          <h2 ref={heading} tabIndex={-1} className="inline font-ui text-base font-semibold">
            {t(problem || !wasRefused(entry) ? "outbox.notSent" : "outbox.notAccepted")}
          </h2>{" "}
          <span>
            {problem ? t(said[problem.status as keyof typeof said] ?? "outbox.unreachable") : reason(entry.reason)}
          </span>
          <Culprits lead={lead} reason={entry.reason} issues={entry.issues} onOpen={open} />
        </span>
        <SignInButton isNeeded={signedOut} look="btn-secondary" after={() => heading.current} />
        <Link to="/outbox" className="btn btn-quiet">
          {t("outbox.title")}
        </Link>
      </Note>
      {kept && (
        <Note role="status" as="div" isBar className="items-center">
          <NotebookPen aria-hidden="true" />
          <span className="flex-1">{t("outbox.fixKept")}</span>
          <button
            type="button"
            className="btn btn-quiet"
            onClick={() => {
              endDraft(fix.draft);
              setBegun(begin(round + 1));
            }}
          >
            {t("outbox.dropFix")}
          </button>
        </Note>
      )}
      <LeadForm
        key={round}
        stepName={step}
        onStep={setStep}
        onNext={() => navigate("/outbox")}
        onSaved={({ body }) => send(body.lead as JsonObject)}
        initial={kept ?? fix.refused}
        fix={fix}
        correcting={entry.id}
      />
    </StationContext>
  );
}
