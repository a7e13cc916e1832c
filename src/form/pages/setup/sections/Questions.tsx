import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import { needsContact } from "#lead/station/allowed.ts";
import type { Field } from "#lead/field.ts";
import { useWordsOf } from "../../../question/answers/useFieldWords.ts";
import { askingOf, mayBeRequired, questionsOf, withAsking, type SectionProps } from "../edits/edits.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Message } from "../../../ui/Message.tsx";

/** Which questions the station asks, and which of them need an answer. Everyone at a station gets the same ones. */
export function Questions({ station, edit, wrong }: SectionProps) {
  const t = useTranslations();
  return (
    <>
      {questionsOf(station).map(({ topic, fields }) => {
        if (fields.length === 0) return null;
        return (
          <section key={topic} aria-labelledby={`questions-${topic}`}>
            <h3 id={`questions-${topic}`} className="mb-2 text-sm font-semibold text-ink-3">
              {t(`steps.${topic}`)}
            </h3>
            <ul className="divide-y divide-line rounded-card border border-line bg-surface">
              {fields.map((field) => (
                <Question key={field.path} field={field} {...{ station, edit, wrong }} />
              ))}
            </ul>
          </section>
        );
      })}
      {(wrong("asks") ?? wrong("required")) && <Message tone="over">{t("setup.wrongQuestions")}</Message>}
    </>
  );
}

function Question({ field, station, edit }: SectionProps & { readonly field: Field }) {
  const t = useTranslations("setup");
  const { label } = useWordsOf()(field.path);
  const isContact = field.path === "phones" || field.path === "emails";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
      <span className="min-w-40 flex-1 font-semibold">
        {label}{" "}
        {isContact && needsContact(station) && <span className="text-sm font-normal text-ink-3">{t("oneOfTwo")}</span>}
      </span>
      {field.required ? (
        <span className="flex items-center gap-2 text-sm text-ink-3">
          <Lock aria-hidden="true" className="size-4" />
          {t("alwaysRequired")}
        </span>
      ) : (
        <Choice
          isBare
          name={`asks-${field.path}`}
          legend={label}
          values={mayBeRequired(station, field) ? ["off", "ask", "required"] : ["off", "ask"]}
          now={askingOf(station, field)}
          wordOf={(asking) => t(`asking.${asking}`)}
          onChange={(asking) => edit((now) => withAsking(now, field, asking))}
        />
      )}
    </li>
  );
}
