import { useEffect, useState } from "react";
import type { Problem } from "../api.ts";
import { recoverUnsent } from "../sending/recoverUnsent.ts";
import { useStation } from "../station/useStation.ts";
import type { Outgoing } from "./outgoing.ts";
import { SavedNotice } from "./SavedNotice.tsx";

/** The leads that a crash had cost this device are sent, and it is said what became of them. */
export function Recovered({ onFix }: { readonly onFix: (problem: Problem | undefined) => void }) {
  const { id } = useStation();
  const [missing, setMissing] = useState<readonly Outgoing[]>([]);
  useEffect(() => void recoverUnsent().then(setMissing), []);
  return missing
    .filter(({ body }) => body.station === id)
    .map((outgoing) => <SavedNotice key={outgoing.id} outgoing={outgoing} onFix={onFix} />);
}
