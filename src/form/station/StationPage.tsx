import { Suspense, use, useEffect, useState } from "react";
import { isVisited } from "#lead/allowed.ts";
import { LeadForm } from "../lead/LeadForm.tsx";
import { later } from "../later.ts";
import { navigate } from "../route.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { noteUsed } from "./lastStation.ts";
import { loadStation } from "./loadStation.ts";
import { StationContext } from "./useStation.ts";

const SavedNotice = later(() => import("../send/SavedNotice.tsx"), "SavedNotice");
const StorageNote = later(() => import("./StorageNote.tsx"), "StorageNote");
const KioskGuard = later(() => import("../kiosk/KioskGuard.tsx"), "KioskGuard");

const densities = { agent: "touch", desk: "desk", kiosk: "kiosk", embed: "touch" } as const;

/** A station's own page: staff have an address a step, visitors one address for all. */
export function StationPage({ id, stepName }: { readonly id: string; readonly stepName: string | undefined }) {
  const station = use(loadStation(id));
  const [visitorStep, setVisitorStep] = useState<string>();
  const [round, setRound] = useState(0);
  const [saved, setSaved] = useState<Outgoing>();
  const [initial, setInitial] = useState<object>();
  const visited = isVisited(station);
  useEffect(() => {
    document.documentElement.dataset["density"] = densities[station.profile];
    noteUsed(id);
  }, [station.profile, id]);
  const next = (lead?: object) => {
    setInitial(lead);
    setVisitorStep(undefined);
    setRound((count) => count + 1);
    if (!visited) navigate(`/s/${id}`, { replace: true });
  };
  const form = (
    <LeadForm
      key={round}
      stepName={visited ? visitorStep : stepName}
      onStep={visited ? setVisitorStep : (name) => navigate(`/s/${id}/${name}`)}
      onNext={() => next()}
      onSaved={(outgoing) => {
        setSaved(outgoing);
        next();
      }}
      initial={initial}
    />
  );
  return (
    <StationContext value={station}>
      {station.profile === "kiosk" ? (
        <KioskGuard round={round} onClear={() => next()}>
          {form}
        </KioskGuard>
      ) : (
        <>
          {!visited && (
            <Suspense>
              <StorageNote />
            </Suspense>
          )}
          {saved && (
            <Suspense>
              <SavedNotice key={saved.id} outgoing={saved} onFix={() => next(saved.body.lead)} />
            </Suspense>
          )}
          {form}
        </>
      )}
    </StationContext>
  );
}
