import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { segmentsOf } from "./browser/route.ts";
import { installWorker } from "./browser/installWorker.ts";
import { keep, recall } from "./browser/device.ts";
import { loadFonts, showFonts } from "./browser/fonts.ts";
import { noteOffline } from "./browser/offlineAt.ts";
import { talkToParent } from "./browser/parentPage.ts";
import { applySettings } from "./browser/settings.ts";
import { reportDevice } from "./sending/reportDevice.ts";
import { startQueue } from "./sending/queue/start.ts";
import "./styles/app.css";
import { endSessionOfBefore } from "./station/endSession.ts";
import { leaveWithOtherTabs } from "./station/forgetStaffs.ts";
import { returnAddress } from "./station/handedOver.ts";
import { takeOver } from "./takeOver.ts";
import { catalogue } from "./words/catalogue.ts";
import { languageNow, readersOf } from "./words/language.ts";
import { Words } from "./words/Words.tsx";

// Visitors who leave a kiosk's page by another address come back to its welcome screen.
const kiosk = returnAddress(window.location.pathname);
if (kiosk !== undefined) {
  window.location.replace(kiosk);
  await new Promise(() => undefined);
}
leaveWithOtherTabs();
applySettings();
await endSessionOfBefore();
if (!document.getElementById("first")) showFonts(recall<boolean>("fonts") === true);
installWorker();
noteOffline();
startQueue();
talkToParent();
reportDevice();
// The first screen from the proxy stays visible until the app is rendered completely, outside the document.
const app = document.getElementById("app") ?? Object.assign(document.createElement("div"), { id: "app" });
if (!document.getElementById("first") && !app.isConnected) document.body.append(app);
const show = () => {
  takeOver(app);
  // Without a network they are loaded by a later visit.
  void loadFonts().then(
    () => keep("fonts", true),
    () => undefined,
  );
};
// Suspending would hide the first screen.
await catalogue(languageNow(), readersOf(segmentsOf(window.location.pathname)));
const root = createRoot(app, {
  onCaughtError(error) {
    console.error(error);
    // The error message (Boundary.tsx) must be visible.
    queueMicrotask(show);
  },
});
root.render(
  <Words>
    <App onDrawn={show} />
  </Words>,
);
