import { Suspense, use } from "react";
import { useTranslations } from "use-intl";
import { ask } from "./api.ts";
import { Boundary } from "./Boundary.tsx";
import { later } from "./later.ts";
import { useRoute } from "./route.ts";
import { StationPage } from "./station/StationPage.tsx";

const Picker = later(() => import("./station/Picker.tsx"), "Picker");

/** The pages of the app, by their path. */
export function App() {
  const [page, station, step] = useRoute();
  const t = useTranslations("app");
  return (
    <Boundary key={station}>
      <Suspense fallback={<p className="p-6 text-ink-3">{t("loading")}</p>}>
        {station !== undefined && (page === "s" || page === "kiosk" || page === "embed") ? (
          <StationPage key={station} id={station} stepName={step} />
        ) : (
          <Picker />
        )}
      </Suspense>
      <Suspense>
        <SandboxMark />
      </Suspense>
    </Boundary>
  );
}

const mode = ask<{ mode: string }>("GET", "/api/config").then(
  (config) => config.mode,
  () => "unknown",
);

/** Said on every screen while nothing reaches the CRM. */
function SandboxMark() {
  const t = useTranslations("app");
  return use(mode) === "sandbox" ? <p className="sandbox-mark">{t("sandbox")}</p> : null;
}
