import { Suspense, use, useEffect, useMemo, useState } from "react";
import { isVisited } from "#lead/allowed.ts";
import type { Problem } from "../api.ts";
import { useDay } from "../browser/day.ts";
import { LeadForm } from "../lead/LeadForm.tsx";
import { afterFirstKey, ahead, atOnce, later } from "../later.ts";
import { navigate } from "../route.ts";
import { Optional } from "../Optional.tsx";
import { unsentAt } from "../send/unsent.ts";
import { eventNow, withEvent } from "./eventNow.ts";
import { loadStation } from "./loadStation.ts";
import { StationContext } from "./useStation.ts";

const AgentGate = atOnce(() => import("./AgentGate.tsx"), "AgentGate");
const SavedNotice = ahead(() => import("../send/SavedNotice.tsx"), "SavedNotice");
const Recovered = afterFirstKey(() => import("../send/Recovered.tsx"), "Recovered");
const StorageNote = afterFirstKey(() => import("./StorageNote.tsx"), "StorageNote");
const KioskGuard = later(() => import("../kiosk/KioskGuard.tsx"), "KioskGuard");

const densities = { agent: "touch", desk: "desk", kiosk: "kiosk", embed: "touch" } as const;

/** A station's own page: staff have an address a step, visitors one address for all. */
export function StationPage({ id, stepName }: { readonly id: string; readonly stepName: string | undefined }) {
  const loaded = use(loadStation(id));
  const day = useDay();
  const station = useMemo(
    () => (loaded.profile === "agent" ? loaded : withEvent(loaded, eventNow(loaded, undefined, new Date(day)))),
    [loaded, day],
  );
  const [visitorStep, setVisitorStep] = useState<string>();
  const [round, setRound] = useState(0);
  const [refusal, setRefusal] = useState<Problem>();
  const [saved, setSaved] = useState(() => unsentAt(id));
  const visited = isVisited(station);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset["density"] = densities[station.profile];
    if (visited) dataset["visitors"] = "";
    return () => {
      delete dataset["visitors"];
    };
  }, [station.profile, visited]);
  useEffect(() => {
    if (round === 0 || visited) return;
    // The next person's form begins where it begins, not where the last one's was left.
    window.scrollTo(0, 0);
    // A desk starts typing at once (frame/StepTitle.tsx); on a phone that would raise the keyboard over the notice.
    if (station.profile !== "desk") document.querySelector<HTMLElement>("main h1")?.focus();
  }, [round, visited, station.profile]);
  const next = () => {
    setRefusal(undefined);
    setVisitorStep(undefined);
    setRound((count) => count + 1);
    // A desk may leave a lead that was refused for later: it stands above the next form.
    if (station.profile === "desk") setSaved(unsentAt(id));
    if (!visited) navigate(`/s/${id}`, { replace: true });
  };
  /** An agent's form is empty at once; a line above it tells what became of the last lead. */
  const makeRoom = () => {
    setSaved(unsentAt(id));
    next();
    return undefined;
  };
  /** The form opens with a lead that was refused. */
  const correct = (problem: Problem | undefined) => {
    makeRoom();
    setRefusal(problem);
  };
  const form = (stamp?: object) => (
    <LeadForm
      key={round}
      stepName={visited ? visitorStep : stepName}
      onStep={visited ? setVisitorStep : (name) => navigate(`/s/${id}/${name}`)}
      onNext={next}
      onSaved={station.profile === "agent" ? makeRoom : undefined}
      refusal={refusal}
      {...(stamp && { stamp })}
    />
  );
  return (
    <StationContext value={station}>
      {!visited && (
        <Optional>
          <StorageNote />
          <Recovered onFix={correct} />
        </Optional>
      )}
      {saved.map((outgoing) => (
        <Suspense key={outgoing.id}>
          <SavedNotice outgoing={outgoing} onFix={correct} />
        </Suspense>
      ))}
      {station.profile === "agent" ? (
        <AgentGate stepName={stepName}>{form}</AgentGate>
      ) : station.profile === "kiosk" ? (
        <KioskGuard round={round} onClear={next}>
          {form()}
        </KioskGuard>
      ) : (
        form()
      )}
    </StationContext>
  );
}
