import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { useStation } from "../../station/useStation.ts";
import type { Station } from "#lead/station.ts";
import type { Field as FieldData } from "#lead/field.ts";
import { keyOf } from "#lead/questions.ts";
import { Field } from "../../question/Field.tsx";
import { columns, pairs, sections, visitorsPairs } from "../../question/answers/layout.ts";

interface FieldsProps {
  readonly fields: readonly FieldData[];
  readonly children?: ReactNode;
}

export function Fields({ fields, children }: FieldsProps) {
  const { profile } = useStation();
  return (
    <div className={`fields ${visitors[profile]}`}>
      {fields.map((field) => drawn(field, profile))}
      {children}
    </div>
  );
}

/** Visitors' pairs stand side by side where there is room. */
const visitors = {
  kiosk: "gap-x-7 gap-y-5 @xl:grid-cols-2",
  embed: "grid-cols-1! gap-x-4 @min-[27rem]:grid-cols-2!",
  agent: "",
  desk: "",
} as const;

function drawn({ path, kind }: FieldData, profile: Station["profile"]) {
  const key = keyOf(path);
  const isPaired = kind === "yesNo" || visitorsPairs.has(key);
  if (profile === "kiosk") return <Field key={path} path={path} className={isPaired ? "@xl:col-auto" : ""} />;
  if (profile === "embed") return <Field key={path} path={path} className={isPaired ? "@min-[27rem]:col-auto!" : ""} />;
  return (
    <Fragment key={path}>
      {key in sections && <SectionTitle name={sections[key as keyof typeof sections]} />}
      <Field path={path} className={`columns-${columns[key] ?? 6} ${pairs.has(key) ? "paired" : ""}`} />
    </Fragment>
  );
}

/** Only a desk shows it, so visitors' words do not have it. */
function SectionTitle({ name }: { readonly name: (typeof sections)[keyof typeof sections] }) {
  const t = useTranslations();
  return isVisited(useStation()) ? null : <p className="section">{t(`sections.${name}`)}</p>;
}
