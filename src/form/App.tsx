import { Suspense, use, type ComponentType } from "react";
import { useTranslations } from "use-intl";
import { Boundary } from "./Boundary.tsx";
import { config } from "./config.ts";
import { later } from "./later.ts";
import { useRoute } from "./route.ts";
import { StationPage } from "./station/StationPage.tsx";

/** The pages that are no station's, by the first part of their path, and how many parts that may have. */
const pages: { readonly [page: string]: { readonly Page: ComponentType; readonly most: number } } = {
  "": { Page: later(() => import("./station/Picker.tsx"), "Picker"), most: 0 },
  outbox: { Page: later(() => import("./outbox/OutboxPage.tsx"), "OutboxPage"), most: 2 },
  today: { Page: later(() => import("./today/TodayPage.tsx"), "TodayPage"), most: 1 },
  settings: { Page: later(() => import("./settings/SettingsPage.tsx"), "SettingsPage"), most: 2 },
};
/** The same for stations' pages: a step of staff's forms has an address. */
const stationPages: { readonly [page: string]: number } = { s: 3, kiosk: 2, embed: 2 };
const NotFoundPage = later(() => import("./pages/NotFoundPage.tsx"), "NotFoundPage");

/** The pages of the app, by their path. */
export function App() {
  const path = useRoute();
  const [page = "", station, step] = path;
  const t = useTranslations("app");
  return (
    <Boundary key={`${page}/${station}`}>
      <Suspense fallback={<p className="p-6 text-ink-3">{t("loading")}</p>}>
        {station !== undefined && path.length <= (stationPages[page] ?? 0) ? (
          <StationPage key={station} id={station} stepName={step} />
        ) : (
          <OtherPage path={path} />
        )}
      </Suspense>
      <Suspense>
        <SandboxMark />
      </Suspense>
    </Boundary>
  );
}

function OtherPage({ path }: { readonly path: readonly string[] }) {
  const known = pages[path[0] ?? ""];
  return known && path.length <= known.most ? <known.Page /> : <NotFoundPage what="page" />;
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
