import { useTranslations } from "use-intl";
import type { JsonObject } from "#lead/json.ts";
import { refusalOf } from "../../browser/api.ts";
import { Lines } from "./Lines.tsx";
import { useHeld } from "./useLead.ts";
import { useLines } from "./useLines.ts";

interface Props {
  readonly id: string;
  readonly leadId: string | undefined;
  readonly sent: JsonObject;
}

/** What Lofty holds of the lead now, read when the page opens. */
export function Held({ id, leadId, sent }: Props) {
  const t = useTranslations("lead");
  const { data, error, isFetching } = useHeld(id, leadId);
  const lines = useLines("held");
  const gone = refusalOf(error)?.status === 410;
  const asSent = new Map(lines(sent).map(({ key, text }) => [key, text]));
  return (
    <section className="card px-5 py-4" aria-labelledby="lead-held">
      <h2 id="lead-held" className="pb-2 text-2xl">
        {t("held")}
      </h2>
      {leadId === undefined && <p className="text-ink-2">{t("notYet")}</p>}
      {isFetching && (
        <p role="status" className="text-ink-3">
          {t("reading")}
        </p>
      )}
      {error && !isFetching && <p className="text-warn">{t(gone ? "gone" : "cannotRead")}</p>}
      {data && <Lines lines={lines(data.held)} sent={asSent} />}
      {data && data.notes.length > 0 && (
        <details className="pt-2 text-sm">
          <summary className="flex min-h-11 cursor-pointer items-center font-medium text-brand-ink underline">
            {t("heldNotes", { count: data.notes.length })}
          </summary>
          <ul className="grid gap-3">
            {data.notes.map((note, index) => (
              <li key={index} className="whitespace-pre-line text-ink-2 wrap-anywhere">
                <bdi>{note}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
