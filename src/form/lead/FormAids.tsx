import { useEffect, useEffectEvent } from "react";
import { holdPressed } from "../browser/holdPressed.ts";
import { watchBoxes } from "../browser/readBoxes.ts";
import { tellTouched } from "../send/touched.ts";
import { useStation } from "../station/useStation.ts";
import { EnterKey } from "./EnterKey.tsx";
import { LeftDrafts } from "./LeftDrafts.tsx";
import type { LeadInHand } from "./leadInHand.ts";
import { watchErrors } from "./watchErrors.ts";

/** Listeners of the whole form. Loaded after the first key. */
export function FormAids({ lead }: { readonly lead: LeadInHand }) {
  const { form, draft, isEmpty } = lead;
  const station = useStation();
  const touched = useEffectEvent((answers: object) => {
    lead.touched();
    if (!isEmpty(answers)) tellTouched("key");
  });
  useEffect(() => {
    holdPressed();
    const stops = [
      watchErrors(form, station),
      watchBoxes(),
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
