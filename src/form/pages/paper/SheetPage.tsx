import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, DoorOpen, Printer } from "lucide-react";
import encodeQR from "qr";
import { useEffect, useId, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { fieldAt } from "#lead/fields.ts";
import { ask } from "../../browser/api.ts";
import { noonOf } from "../../browser/day.ts";
import { newId } from "../../browser/newId.ts";
import { queryClient } from "../../browser/queryClient.ts";
import type { FormStation } from "../../station/useStation.ts";
import { Link } from "../../ui/Link.tsx";
import { hashOf } from "./houseInHash.ts";
import type { House } from "./lines.ts";
import { SheetLine } from "./SheetLine.tsx";

const people = [1, 2, 3, 4, 5, 6, 7, 8];
const field = fieldAt("buyingTimeFrame");
/** Those that visitors are asked. */
const frames = field?.options?.filter((one) => !field.staffOptions?.includes(one)).map(String) ?? [];

interface Props {
  readonly station: FormStation;
  /** The house that was chosen on the page before. */
  readonly house: House | undefined;
}

/** A page of paper to print for a house: eight people, and a code that opens the form on a visitor's own phone. */
export function SheetPage({ station, house }: Props) {
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
        <Link className="btn btn-quiet" to={`/paper?station=${station.id}${hashOf(house)}`}>
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
        <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex items-center gap-2 font-display text-lg">
              <DoorOpen aria-hidden="true" />
              <bdi>{brand?.name ?? name}</bdi>
            </p>
            <h1 className="my-1 text-4xl/tight wrap-anywhere">
              <bdi>{event?.address ?? name}</bdi>
            </h1>
            {event && <Dimension>{[day, event.hours].filter(Boolean).join(", ")}</Dimension>}
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
        <ol className="relative grid">
          <span
            aria-hidden="true"
            className="absolute border-s border-black"
            style={{ insetBlock: 0, insetInlineStart: 9 }}
          />
          {people.map((number) => (
            <SheetLine key={number} number={number} frames={frames} />
          ))}
        </ol>
        <footer className="flex flex-wrap gap-x-6 gap-y-3 border-t border-black pt-2 text-xs">
          <p className="flex-1 basis-60">
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

/** A text in the middle of a dimension line, as on a drawing of a house. */
const Dimension = ({ children }: { readonly children: ReactNode }) => (
  <p className="flex items-center gap-2 text-sm" style={{ maxWidth: "26rem" }}>
    <Line end="start" />
    <span>{children}</span>
    <Line end="end" />
  </p>
);

/** Half of a dimension line, with a slanted stroke at its outer end. */
const Line = ({ end }: { readonly end: "start" | "end" }) => (
  <span aria-hidden="true" className="relative flex-1 border-t border-black">
    <i className="absolute w-4 border-t border-black" style={{ [slanted[end]]: -8, top: -1, rotate: "-55deg" }} />
  </span>
);
const slanted = { start: "left", end: "right" } as const;

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
