import { useTranslations } from "use-intl";
import { questionAt } from "#lead/questions.ts";
import type { JsonObject } from "#lead/json.ts";
import { measure } from "#lead/measure.ts";
import { fillPresets } from "#lead/station/presets.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { useStation } from "../../station/useStation.ts";
import { useFieldWords } from "../../question/answers/useFieldWords.ts";

/** The texts that the event adds to every lead, and by how much they are too long for Lofty. */
export function Stamped({ event }: { readonly event: StationEvent }) {
  const t = useTranslations("event");
  const filled = fillPresets((useStation().presets ?? {}) as JsonObject, event);
  const texts = Object.entries(filled).flatMap(([path, value]) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items
      .filter((item) => typeof item === "string" && item !== "")
      .map((text) => ({ path, text: String(text) }));
  });
  if (texts.length === 0) return null;
  return (
    <section aria-label={t("stamped")}>
      <p className="label">{t("stamped")}</p>
      <dl className="card px-4 py-2">
        {texts.map(({ path, text }) => (
          <Line key={`${path} ${text}`} path={path} text={text} />
        ))}
      </dl>
    </section>
  );
}

function Line({ path, text }: { readonly path: string; readonly text: string }) {
  const t = useTranslations("count");
  const { one } = useFieldWords(path);
  const limit = questionAt(path)?.limit;
  const left = limit === undefined ? 0 : measure(text, limit).left;
  return (
    <div className="grid grid-cols-[5.5rem_1fr] gap-3 py-[.4rem]">
      <dt className="text-ink-3">{one}</dt>
      <dd className={`font-[520] wrap-anywhere ${left < 0 ? "text-over" : ""}`}>
        <bdi>{text}</bdi> {left < 0 && <small>({t("over", { count: -left })})</small>}
      </dd>
    </div>
  );
}
