import { useTranslations } from "use-intl";
import { useSandbox } from "../../browser/sandboxMode.ts";
import { Link } from "../../ui/Link.tsx";

/** Three steps for somebody who sees Foyer for the first time. */
export function TryIt() {
  const t = useTranslations("tryIt");
  const link = "inline-flex min-h-11 items-center";
  const isSandbox = useSandbox();
  const steps = [
    t("open"),
    t("save"),
    isSandbox ? (
      <a key="see" href="/sandbox/leads" className={link}>
        {t("see")}
      </a>
    ) : (
      <Link key="see" to="/outbox" className={link}>
        {t("see")}
      </Link>
    ),
  ];
  return (
    <section className="card flex flex-wrap items-center gap-x-8 gap-y-3 px-5 py-4">
      <h2 className="max-w-36 font-ui text-base leading-snug font-semibold tracking-normal">{t("title")}</h2>
      <div className="min-w-64 flex-1">
        <div className="dims max-sm:hidden" aria-hidden="true">
          <i className="done" />
          <i className="done" />
        </div>
        <ol className="mt-1.5 flex items-center justify-between gap-x-4 gap-y-2 text-[.9375rem] text-ink-2 max-sm:flex-col max-sm:items-start">
          {steps.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
      </div>
    </section>
  );
}
