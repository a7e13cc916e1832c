import { useEffect, useEffectEvent } from "react";
import { leaveBoxFirst } from "../browser/leaveBox.ts";
import { holdPressed } from "../browser/holdPressed.ts";
import { watchBoxes } from "../browser/readBoxes.ts";
import { hasTouchListeners, notifyTouched } from "../sending/touched.ts";
import { useStation } from "../station/useStation.ts";
import { EnterKey } from "./EnterKey.tsx";
import { LeftDrafts } from "./LeftDrafts.tsx";
import type { LeadInHand } from "./draft/leadInHand.ts";
import { watchErrors } from "./draft/watchErrors.ts";

/** Event listeners of the whole form. */
export function FormAids({ lead }: { readonly lead: LeadInHand }) {
  const { form, draft, isEmpty } = lead;
  const station = useStation();
  const touched = useEffectEvent((answers: object) => {
    if (lead.isUntouched) lead.touched();
    if (hasTouchListeners() && !isEmpty(answers)) notifyTouched("key");
  });
  useEffect(() => {
    holdPressed();
    const stops = [
      watchErrors(form, station),
      watchBoxes(),
      leaveBoxFirst(),
      form.subscribe({ formState: { values: true }, callback: ({ values }) => touched(values) }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [form, station]);
  return (
    <>
      <EnterKey lead={lead} />
      {draft && <LeftDrafts lead={lead} />}
    </>
  );
}
