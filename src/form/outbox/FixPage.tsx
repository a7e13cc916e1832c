import { CircleAlert } from "lucide-react";
import { use, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { int64Kinds } from "#lead/field.ts";
import { fields } from "#lead/fields.ts";
import type { JsonObject } from "#lead/json.ts";
import type { OutboxEntry } from "#lead/staffAnswers.ts";
import { RequestError, type Problem } from "../api.ts";
import { focusSoon } from "../controls/focusSoon.ts";
import { Link } from "../Link.tsx";
import { LeadForm } from "../lead/LeadForm.tsx";
import { queryClient } from "../queryClient.ts";
import { navigate } from "../route.ts";
import { useReason } from "../send/useReason.ts";
import { loadStation } from "../station/loadStation.ts";
import { SignInButton } from "../station/SignInButton.tsx";
import { holds, stepsOf } from "../steps.ts";
import { StationContext } from "../station/useStation.ts";
import { Culprits } from "./Culprits.tsx";
import { act } from "./useOutbox.ts";

/** Why a correction was not taken, by the status of the answer. */
const said = {
  401: "receipt.signedOut",
  403: "receipt.signedOut",
  409: "outbox.settled",
  422: "receipt.refused",
} as const;
const unreachable: Problem = { type: "about:blank", status: 0 };

/** A lead that Lofty refused, in the form again with its answers; saved, it goes under the number it had. */
export function FixPage({ entry, lead }: { readonly entry: OutboxEntry; readonly lead: JsonObject }) {
  const t = useTranslations();
  const reason = useReason();
  const station = use(loadStation(entry.station));
  const [step, setStep] = useState<string>();
  const [initial] = useState(() => asDraft(lead));
  const [problem, setProblem] = useState<Problem>();
  // Staff correct a visitor's lead, and see all of it.
  const profile = isVisited(station) ? "desk" : station.profile;
  const asStaff = useMemo(() => ({ ...station, profile }), [station, profile]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    document.documentElement.dataset["density"] = profile === "desk" ? "desk" : "touch";
  }, [profile]);
  const send = async (corrected: JsonObject) => {
    try {
      await act(entry.id, { action: "fix", lead: corrected });
      await queryClient.invalidateQueries();
      navigate("/outbox");
      return undefined;
    } catch (error) {
      const why = (error instanceof RequestError && error.problem) || unreachable;
      setProblem(why);
      return why;
    }
  };
  const open = (path: string) => {
    const holder = stepsOf(asStaff).find((one) => holds(one, path));
    if (holder) setStep(holder.name);
    focusSoon(path);
  };
  const signedOut = problem?.status === 401 || problem?.status === 403;
  return (
    <StationContext value={asStaff}>
      <div role="status" className="note note-over items-center rounded-none px-5">
        <CircleAlert aria-hidden="true" />
        <span className="flex-1 wrap-anywhere">
          <h2 ref={heading} tabIndex={-1} className="inline font-ui text-base font-semibold">
            {t(problem ? "outbox.notSent" : "outbox.notAccepted")}
          </h2>{" "}
          <span>
            {problem ? t(said[problem.status as keyof typeof said] ?? "outbox.unreachable") : reason(entry.reason)}
          </span>
          <Culprits lead={lead} reason={entry.reason} onOpen={open} />
        </span>
        {signedOut && <SignInButton look="btn-secondary" after={() => heading.current} />}
        <Link to="/outbox" className="btn btn-quiet">
          {t("outbox.title")}
        </Link>
      </div>
      <LeadForm
        stepName={step}
        onStep={setStep}
        onNext={() => navigate("/outbox")}
        onSaved={({ body }) => send(body.lead as JsonObject)}
        initial={initial}
        correcting={entry.id}
      />
    </StationContext>
  );
}

/** The form holds 64-bit numbers as digits; a small one comes from the wire as a number. */
const asDraft = (lead: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(lead).map(([path, value]) => {
      const wide = int64Kinds.has(fields.find((field) => field.path === path)?.kind);
      return [path, wide && typeof value === "number" ? String(value) : value];
    }),
  );
