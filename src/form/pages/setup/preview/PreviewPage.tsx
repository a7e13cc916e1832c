import { useEffect, useState } from "react";
import { isVisited } from "#lead/station/allowed.ts";
import { Welcome } from "../../../lead/kiosk/Welcome.tsx";
import { LeadForm } from "../../../lead/LeadForm.tsx";
import { sentOf } from "../../../sending/sent.ts";
import { VisitorDone } from "../../../sending/VisitorDone.tsx";
import { densities } from "../../../station/densities.ts";
import { withBrand } from "../../../station/loadStation.ts";
import { StationContext } from "../../../station/useStation.ts";
import { OtherWords } from "../../../words/Words.tsx";
import type { Shown } from "./previewScreens.ts";

const nothing = () => undefined;
const received = sentOf({ is: "received", receipt: { id: "", status: "accepted" } }, undefined);
const steps = { agency: "agency", who: "contact", while: "inquiry", form: "contact" } as const;

/** The page in the frame of the preview. It shows what the page around it sends, and stores and sends nothing. */
export function PreviewPage() {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    // Nothing in the frame takes keys, presses, or the focus of the page around it.
    document.body.inert = true;
    const onMessage = ({ source, origin, data }: MessageEvent<Shown>) => {
      if (source === window.parent && origin === window.location.origin && source !== window) setShown(data);
    };
    window.addEventListener("message", onMessage);
    window.parent.postMessage("ready", window.location.origin);
    return () => window.removeEventListener("message", onMessage);
  }, []);
  const { station, language } = shown ?? {};
  useEffect(() => {
    if (!station) return;
    const { dataset } = document.documentElement;
    dataset["density"] = densities[station.profile];
    if (isVisited(station)) dataset["visitors"] = "";
    else delete dataset["visitors"];
    if (language !== undefined) document.documentElement.lang = language;
    // While a color is typed it is none.
    if (/^#[\da-f]{6}$/i.test(station.brand?.colour ?? "")) void withBrand(station);
  }, [station, language]);
  if (!shown) return null;
  const screen = (
    <StationContext value={shown.station}>
      {shown.screen === "welcome" ? (
        <Welcome onStart={nothing} isEventOver={false} isLocked={false} />
      ) : shown.screen === "done" ? (
        <VisitorDone sent={received} onDone={nothing} onBack={nothing} />
      ) : (
        <LeadForm
          // The form keeps what it made of the station at first.
          key={JSON.stringify(shown)}
          stepName={steps[shown.screen]}
          initial={{}}
          onStep={nothing}
          onNext={nothing}
          onSaved={nothing}
        />
      )}
    </StationContext>
  );
  if (!isVisited(shown.station)) return screen;
  return (
    <OtherWords language={shown.language} readers="visitors">
      {screen}
    </OtherWords>
  );
}
