import { use, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { isVisited } from "#lead/station/allowed.ts";
import type { Submission } from "#lead/submission/submission.ts";
import type { Problem } from "../../browser/api.ts";
import { useDay } from "../../browser/day.ts";
import { reopenAsDraft } from "../../lead/draft/reopenAsDraft.ts";
import { LeadForm } from "../../lead/LeadForm.tsx";
import { prefillOf } from "../../lead/draft/prefill.ts";
import { isFramed, reportSize } from "../../browser/parentPage.ts";
import { noteOpened } from "../../browser/formOpened.ts";
import { useNavigate } from "../../browser/route.ts";
import { sendBeforeLeaving } from "../../sending/heldLead.ts";
import { takeBack } from "../../sending/queue/hold.ts";
import { useNotices } from "../../sending/useNotices.ts";
import { densities } from "../../station/densities.ts";
import { eventNow, withEvent } from "../../station/eventNow.ts";
import { withBrand, keepStation, loadStation, loadStationAgain, stationOfPage } from "../../station/loadStation.ts";
import { restartLanguage, useVisitorsLanguage } from "../../station/visitorsLanguage.ts";
import { StationContext, type FormStation } from "../../station/useStation.ts";
import { AgentGate } from "./AgentGate.tsx";
import { SavedNotices } from "../../sending/SavedNotices.tsx";
import { SandboxRow } from "../../station/SandboxMark.tsx";
import { useWhileCopy } from "../../station/useWhileCopy.ts";
import { CopyAge } from "../../station/CopyAge.tsx";
import { StorageNote } from "../../station/StorageNote.tsx";
import { KioskGuard } from "../../lead/kiosk/KioskGuard.tsx";

/** The page of a station. Staff have one address per step, visitors one address for all steps. */
export function StationPage({ id, stepName }: { readonly id: string; readonly stepName: string | undefined }) {
  const loaded = useLoaded(id);
  const day = useDay();
  const navigate = useNavigate();
  const station = useMemo(
    () => (loaded.profile === "agent" ? loaded : withEvent(loaded, eventNow(loaded, undefined, new Date(day)))),
    [loaded, day],
  );
  const [visitorStep, setVisitorStep] = useState<string>();
  const [round, setRound] = useState(0);
  const [refusal, setRefusal] = useState<Problem>();
  const [prefill, setPrefill] = useState(() =>
    import.meta.env.SSR || station.profile !== "embed" ? undefined : prefillOf(window.location.hash, station),
  );
  const [began, setBegan] = useState(() => Date.now());
  const visited = isVisited(station);
  const notices = useNotices(visited ? undefined : id, began);
  useVisitorsLanguage(station);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset["density"] = densities[station.profile];
    if (visited) dataset["visitors"] = "";
    return () => {
      delete dataset["visitors"];
    };
  }, [station.profile, visited]);
  useEffect(() => {
    if (station.profile !== "embed") return;
    // Who only confirms what another page filled in may be quick.
    if (!prefill) void noteOpened();
    // Who has pressed Send may close the page at once.
    window.addEventListener("pagehide", sendBeforeLeaving);
    return () => window.removeEventListener("pagehide", sendBeforeLeaving);
  }, [station.profile, prefill]);
  useEffect(
    () => (station.profile === "embed" && isFramed() ? reportSize(document.body) : undefined),
    [station.profile],
  );
  // With the new form, not after its paint: a box may have the focus by then, and would lose it.
  useLayoutEffect(() => {
    if (round === 0 || visited) return;
    // The next person's form starts at the top.
    window.scrollTo(0, 0);
    // A desk starts in the first box (lead/frame/StepTitle.tsx). On a phone that would open the keyboard over the
    // notice.
    if (station.profile !== "desk") document.querySelector<HTMLElement>("main h1")?.focus();
  }, [round, visited, station.profile]);
  const next = () => {
    setRefusal(undefined);
    setVisitorStep(undefined);
    // The next person starts with an empty form.
    setPrefill(undefined);
    restartLanguage(station);
    setRound((count) => count + 1);
    // The lead that was just saved has its notice above the next form.
    setBegan(Date.now());
    if (!visited) navigate(`/s/${id}`, { replace: true });
  };
  /** An agent's form is empty at once after Save. A line above it shows the state of the last lead. */
  const makeRoom = () => {
    next();
    return undefined;
  };
  /** Opens the form with a refused lead. */
  const correct = (refused: string, body: Submission, problem: Problem | undefined) => {
    reopenAsDraft(refused, body, body.lead);
    makeRoom();
    setRefusal(problem);
  };
  const undo = async (saved: string, body: Submission) => {
    if (await takeBack(saved)) correct(saved, body, undefined);
  };
  const form = (stamp?: object) => (
    <LeadForm
      key={round}
      stepName={visited ? visitorStep : stepName}
      onStep={visited ? setVisitorStep : (name) => navigate(`/s/${id}/${name}`)}
      onNext={next}
      onSaved={station.profile === "agent" ? makeRoom : undefined}
      refusal={refusal}
      {...(prefill && { initial: prefill })}
      {...(stamp && { stamp })}
    />
  );
  return (
    <StationContext value={station}>
      {station.profile === "agent" && <SandboxRow readers="staff" />}
      {station.profile === "embed" && <SandboxRow readers="visitors" />}
      {!visited && <StorageNote />}
      {!visited && <CopyAge of={`station:${id}`} />}
      {!visited && <SavedNotices notices={notices} onFix={correct} onUndo={(...saved) => void undo(...saved)} />}
      {station.profile === "agent" ? (
        <AgentGate stepName={stepName}>{form}</AgentGate>
      ) : station.profile === "kiosk" ? (
        <KioskGuard
          round={round}
          isEventOver={loaded.event !== undefined && station.event === undefined}
          onClear={next}
        >
          {form()}
        </KioskGuard>
      ) : (
        form()
      )}
    </StationContext>
  );
}

/** The station: at once if the page contains it, then the full station that only staff get. */
function useLoaded(id: string): FormStation {
  const [brought] = useState(() => stationOfPage(id));
  const [whole, setWhole] = useState<FormStation>();
  useEffect(() => {
    if (!brought) return;
    void withBrand(brought);
    // Replaces what staff may have stored of it on this device.
    if (isVisited(brought)) return keepStation(brought);
    // Without a network the form works with the data in the page.
    loadStation(id).then(setWhole, () => undefined);
  }, [brought, id]);
  const shown = whole ?? brought ?? use(loadStation(id));
  useWhileCopy(`station:${id}`, async () => {
    // The form of a visitor does not change under their hands.
    if (isVisited(shown)) return;
    const now = await loadStationAgain(id);
    if (shown.version !== now.version) setWhole(now);
  });
  return shown;
}
