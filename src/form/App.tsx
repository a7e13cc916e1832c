import { Suspense, use, type ComponentType } from "react";
import { useTranslations } from "use-intl";
import { Boundary } from "./Boundary.tsx";
import { config } from "./config.ts";
import { later } from "./later.ts";
import { useRoute } from "./route.ts";
import { StationPage } from "./station/StationPage.tsx";

/** The pages that are no station's, by the first part of their path; any other path is the picker's. */
const pages: { readonly [page: string]: ComponentType } = {
  outbox: later(() => import("./outbox/OutboxPage.tsx"), "OutboxPage"),
  today: later(() => import("./today/TodayPage.tsx"), "TodayPage"),
  settings: later(() => import("./settings/SettingsPage.tsx"), "SettingsPage"),
};
const Picker = later(() => import("./station/Picker.tsx"), "Picker");

/** The pages of the app, by their path. */
export function App() {
  const [page, station, step] = useRoute();
  const t = useTranslations("app");
  const Page = pages[page ?? ""] ?? Picker;
  return (
    <Boundary key={`${page}/${station}`}>
      <Suspense fallback={<p className="p-6 text-ink-3">{t("loading")}</p>}>
        {station !== undefined && (page === "s" || page === "kiosk" || page === "embed") ? (
          <StationPage key={station} id={station} stepName={step} />
        ) : (
          <Page />
        )}
      </Suspense>
      <Suspense>
        <SandboxMark />
      </Suspense>
    </Boundary>
  );
}

/** Said on every screen while nothing reaches the CRM. */
function SandboxMark() {
  const t = useTranslations("app");
  return use(config)?.mode === "sandbox" ? (
    <p role="status" className="sandbox-mark">
      {t("sandbox")}
    </p>
  ) : null;
}
