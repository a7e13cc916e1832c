import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { useStation } from "../../station/useStation.ts";
import type { Station } from "#lead/station/station.ts";
import type { Field as FieldData } from "#lead/field.ts";
import { keyOf } from "#lead/questions.ts";
import { Field } from "../../question/Field.tsx";
import { pairs, sections, spanOf, visitorsPairs } from "../../question/answers/layout.ts";

interface FieldsProps {
  readonly fields: readonly FieldData[];
  readonly children?: ReactNode;
}

export function Fields({ fields, children }: FieldsProps) {
  const { profile } = useStation();
  return (
    <div className={`grid items-start empty:hidden ${grids[profile]}`}>
      {fields.map((field) => drawn(field, profile))}
      {children}
    </div>
  );
}

/** Visitors' pairs stand side by side where there is room. What the office decides fits a desk's screen 900 px high. */
const grids = {
  kiosk: "gap-x-7 gap-y-5 @xl:grid-cols-2",
  embed: "grid-cols-1 gap-x-4 gap-y-(--gap) @min-[27rem]:grid-cols-2",
  agent: "grid-cols-2 gap-x-4 gap-y-(--gap)",
  desk: "grid-cols-12 gap-x-4 gap-y-(--gap) in-[aside]:gap-y-2.5",
} as const;
const pairedAt = { kiosk: "@xl:col-auto", embed: "@min-[27rem]:col-auto" } as const;

function drawn({ path, kind }: FieldData, profile: Station["profile"]) {
  const key = keyOf(path);
  const legend = isNamedByStep(key, profile) ? "[&>legend]:sr-only" : "";
  if (profile === "agent")
    return <Field key={path} path={path} className={`${legend} ${pairs.has(key) ? "" : "col-span-full"}`} />;
  if (profile === "desk")
    return (
      <Fragment key={path}>
        {key in sections && <SectionTitle name={sections[key as keyof typeof sections]} />}
        <Field path={path} className={`${legend} ${spanOf(key)}`} />
      </Fragment>
    );
  const isPaired = kind === "yesNo" || visitorsPairs.has(key);
  return <Field key={path} path={path} className={`${legend} col-span-full ${isPaired ? pairedAt[profile] : ""}`} />;
}

/** Everybody's step with the custom attributes, and staff's with the family, have the name of that field. */
const isNamedByStep = (key: string, profile: Station["profile"]) =>
  key === "customAttributeList" || (key === "leadFamilyMemberList" && !isVisited({ profile }));

function SectionTitle({ name }: { readonly name: (typeof sections)[keyof typeof sections] }) {
  const t = useTranslations();
  return (
    <p className="col-span-full mt-1 flex items-center gap-3 text-[.8125rem] font-[640] text-ink-2 after:h-px after:flex-1 after:bg-line">
      {t(`sections.${name}`)}
    </p>
  );
}
