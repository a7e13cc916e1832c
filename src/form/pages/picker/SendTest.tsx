import { useState } from "react";
import { useTranslations } from "use-intl";
import { newId } from "../../browser/newId.ts";
import { useNavigate } from "../../browser/route.ts";
import { post } from "../../sending/queue/outgoing.ts";
import type { FormStation } from "../../station/useStation.ts";

/** Sends a lead named "Foyer Test" as the station would, and opens the page with what Lofty kept of it. */
export function SendTest({ station }: { readonly station: FormStation }) {
  const t = useTranslations("ready");
  const navigate = useNavigate();
  const [state, setState] = useState<"sending" | "failed">();
  // The same lead if the answer was lost and somebody presses again.
  const [id] = useState(newId);
  const send = async () => {
    setState("sending");
    const capturedAt = new Date().toISOString();
    const lead = { firstName: "Foyer", lastName: "Test" };
    try {
      await post({ id, body: { station: station.id, lead, event: null, capturedAt } });
      navigate(`/leads/${id}`);
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <button
        type="button"
        className="btn btn-secondary mt-2.5 max-sm:mt-0"
        disabled={state === "sending"}
        onClick={() => void send()}
      >
        {t("sendTest")}
      </button>
      <p role="status" className="text-sm text-over">
        {state === "failed" && t("notSent")}
      </p>
    </>
  );
}
