import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Printer } from "lucide-react";
import encodeQR from "qr";
import { useEffect, useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { fieldAt } from "#lead/fields.ts";
import { ask } from "../../browser/api.ts";
import { noonOf } from "../../browser/day.ts";
import { newId } from "../../browser/newId.ts";
import { queryClient } from "../../browser/queryClient.ts";
import type { FormStation } from "../../station/useStation.ts";
import { Link } from "../../ui/Link.tsx";
import { SheetLine } from "./SheetLine.tsx";

const people = [1, 2, 3, 4, 5, 6, 7, 8];
const field = fieldAt("buyingTimeFrame");
/** Those that visitors are asked. */
const frames = field?.options?.filter((one) => !field.staffOptions?.includes(one)).map(String) ?? [];

/** A page of paper to print for a house: eight people, and a code that opens the form on a visitor's own phone. */
export function SheetPage({ station }: { readonly station: FormStation }) {
  const t = useTranslations("paper");
  const format = useFormatter();
  const { data: link } = useLink(station);
  const { name, event, brand, consent } = station;
  useEffect(() => {
    document.title = `${t("sheet")} · ${event?.address ?? name}`;
    document.documentElement.dataset["density"] = "touch";
  }, [t, event, name]);
  const day = event && format.dateTime(noonOf(event.date), { dateStyle: "full" });
  const isHttps = link?.url.startsWith("https:") === true;
  return (
    <main className="mx-auto max-w-[794px] px-5 py-6 print:max-w-none print:p-0 print:text-sm">
      <div className="mb-5 flex flex-wrap items-center gap-3 print:hidden">
        <Link className="btn btn-quiet" to={`/paper?station=${station.id}`}>
          <ArrowLeft aria-hidden="true" />
          {t("title")}
        </Link>
        <button type="button" className="btn btn-primary" onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          {t("print")}
        </button>
        {link && !isHttps && <p className="text-sm text-warn">{t("noCode")}</p>}
      </div>
      <article className="grid gap-3 bg-white p-6 text-black print:p-0">
        <header className="flex items-start justify-between gap-6">
          <div className="min-w-0">
            <p className="font-display text-lg">
              <bdi>{brand?.name ?? name}</bdi>
            </p>
            <h1 className="text-4xl/tight wrap-anywhere">
              <bdi>{event?.address ?? name}</bdi>
            </h1>
            {event && <p>{[day, event.hours].filter(Boolean).join(", ")}</p>}
          </div>
          {link && isHttps && (
            <div className="flex items-center gap-4 text-end text-sm">
              <p>
                <b className="block text-md font-semibold">{t("ownPhone")}</b>
                {t("camera")}
              </p>
              <Code text={link.url} words={t("code")} />
            </div>
          )}
        </header>
        <p>{t("please")}</p>
        <ol className="grid">
          {people.map((number) => (
            <SheetLine key={number} number={number} frames={frames} />
          ))}
        </ol>
        <footer className="flex gap-6 border-t border-black pt-2 text-xs">
          <p className="flex-1">
            <b className="font-semibold">{t("mayWe")}</b> {consent.text} {consent.policy === "strict" && t("noTick")}{" "}
            {t("wording", { version: consent.version })}
          </p>
          <p className="w-60 rounded border border-black p-2">
            <b className="font-semibold">{t("staff")}</b> {t("keyIn")}
            <span className="mt-3 block">
              {t("by")} ______________ {t("at")} _________
            </span>
          </p>
        </footer>
      </article>
    </main>
  );
}

/** The link ends with the event (proxy/guard/formLinks.ts). */
const useLink = ({ id, event }: FormStation) => {
  const brought = event && { ...event, id: event.id ?? newId() };
  return useQuery(
    {
      queryKey: ["link", id, event?.address, event?.date],
      queryFn: () =>
        ask<{ readonly url: string }>("POST", `/api/stations/${encodeURIComponent(id)}/link`, {
          ...(brought && { event: brought }),
        }),
      staleTime: Infinity,
    },
    queryClient,
  );
};

/** A QR code, drawn square by square. 27 mm wide on paper. */
function Code({ text, words }: { readonly text: string; readonly words: string }) {
  const id = useId();
  const rows = encodeQR(text, "raw", { border: 2 });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg viewBox={`0 0 ${rows.length} ${rows.length}`} className="size-[27mm] shrink-0" role="img" aria-labelledby={id}>
      <title id={id}>{words}</title>
      <path d={path} fill="black" />
    </svg>
  );
}
