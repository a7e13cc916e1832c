import { Suspense, useLayoutEffect, type ComponentType } from "react";
import { useTranslations } from "use-intl";
import { isStaffPage, isStationPage, staffPages, stationPages, type StaffPage } from "#lead/paths.ts";
import { onDemand } from "./ui/onDemand.tsx";
import { PageBoundary } from "./pages/PageBoundary.tsx";
import { useRevoked } from "./station/revoked.ts";
import { SandboxRow } from "./station/SandboxMark.tsx";
import { useRoute } from "./browser/route.ts";
import { StationPage } from "./pages/station/StationPage.tsx";

/** Pages without a station. */
const pages: { readonly [page in StaffPage]: ComponentType } = {
  outbox: onDemand(() => import("./pages/outbox/OutboxPage.tsx"), "OutboxPage"),
  today: onDemand(() => import("./pages/today/TodayPage.tsx"), "TodayPage"),
  settings: onDemand(() => import("./pages/settings/SettingsPage.tsx"), "SettingsPage"),
  devices: onDemand(() => import("./pages/devices/DevicesPage.tsx"), "DevicesPage"),
  "before-you-leave": onDemand(() => import("./pages/leave/LeavePage.tsx"), "LeavePage"),
  paper: onDemand(() => import("./pages/paper/PaperPage.tsx"), "PaperPage"),
  preview: onDemand(() => import("./pages/setup/preview/PreviewPage.tsx"), "PreviewPage"),
  leads: onDemand(() => import("./pages/leads/LeadPage.tsx"), "LeadPage"),
};
const SignIn = onDemand(() => import("./station/SignIn.tsx"), "SignIn");
const Picker = onDemand(() => import("./pages/picker/Picker.tsx"), "Picker");
const NotFoundPage = onDemand(() => import("./pages/NotFoundPage.tsx"), "NotFoundPage");

/** Renders the page of the current path. */
export function App({ onDrawn }: { readonly onDrawn?: () => void }) {
  const path = useRoute();
  const [page = "", station, step] = path;
  const t = useTranslations("app");
  const revoked = useRevoked();
  return (
    <PageBoundary key={`${page}/${station}`}>
      <Suspense fallback={<p className="p-6 text-ink-3">{t("loading")}</p>}>
        {revoked && page !== "embed" ? (
          <SignIn />
        ) : station !== undefined && isStationPage(page) && path.length <= stationPages[page] ? (
          <StationPage key={station} id={station} stepName={step} />
        ) : (
          <OtherPage path={path} />
        )}
        <Drawn tell={onDrawn} />
      </Suspense>
    </PageBoundary>
  );
}

/** Calls `tell` when the page beside it is rendered, not while its fallback is shown. */
function Drawn({ tell }: { readonly tell: (() => void) | undefined }) {
  useLayoutEffect(() => {
    // React notices input events only after this commit has ended. A microtask still runs in the same task.
    if (tell) queueMicrotask(tell);
  }, [tell]);
  return null;
}

function OtherPage({ path }: { readonly path: readonly string[] }) {
  const [name] = path;
  if (name === undefined) return <Picker />;
  if (!isStaffPage(name) || path.length > staffPages[name]) return <NotFoundPage what="page" />;
  const Page = pages[name];
  // The preview is a visitors' screen in a frame.
  if (name === "preview") return <Page />;
  return (
    <>
      <SandboxRow readers="staff" links />
      <Page />
    </>
  );
}
