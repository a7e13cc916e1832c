import { FlaskConical } from "lucide-react";
import { useTranslations } from "use-intl";
import { useSandbox } from "../browser/sandboxMode.ts";
import { Pill } from "../ui/Pill.tsx";

/** What the sandbox stored: a page of the proxy, not of the app. */
const stored = "/sandbox/leads";

/** The first row of a page in sandbox mode. It scrolls away with the page. `links`: to what was stored, for staff. */
export function SandboxRow({
  readers,
  links = false,
}: {
  readonly readers: "staff" | "visitors";
  readonly links?: boolean;
}) {
  const t = useTranslations("app");
  if (!useSandbox()) return null;
  const words = t(readers === "staff" ? "sandbox" : "practice");
  const height = links ? "min-h-9 in-data-[density=touch]:min-h-11" : "min-h-8";
  return (
    <aside
      aria-label={words}
      className={`flex flex-wrap items-center gap-x-4 border-b border-warn/40 bg-warn-tint px-5 text-sm font-semibold text-warn print:hidden ${height}`}
    >
      <span className="flex items-center gap-2.5 py-1">
        <FlaskConical aria-hidden="true" className="flex-none" />
        {words}
      </span>
      {links && (
        <a href={stored} className="inline-flex min-h-9 items-center text-warn in-data-[density=touch]:min-h-11">
          <span className="max-sm:hidden">{t("seeStored")}</span>
          <span className="sm:hidden">{t("seeStoredShort")}</span>
        </a>
      )}
    </aside>
  );
}

/** The mark in the header of a desk's form. */
export function SandboxPill() {
  const t = useTranslations("app");
  if (!useSandbox()) return null;
  return (
    <a href={stored} className="inline-flex min-h-(--tap) flex-none items-center text-warn no-underline">
      <Pill look="warn" className="whitespace-nowrap underline underline-offset-3">
        <FlaskConical aria-hidden="true" />
        <span>{t("sandbox")}</span>
      </Pill>
    </a>
  );
}

/** The mark on a kiosk's dark ground, without a link: a visitor's screen leads nowhere else. */
export function SandboxLine({ className }: { readonly className: string }) {
  const t = useTranslations("app");
  if (!useSandbox()) return null;
  return (
    <p className={`flex gap-3 font-semibold text-panel-accent ${className}`}>
      <FlaskConical aria-hidden="true" className="mt-px flex-none" />
      <span>{t("practice")}</span>
    </p>
  );
}
