import { ChevronDown } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import type { FormStation } from "../../station/useStation.ts";
import { AgencySection } from "./sections/AgencySection.tsx";
import { Attributes } from "./sections/Attributes.tsx";
import { Basics } from "./sections/Basics.tsx";
import { ConsentText } from "./sections/ConsentText.tsx";
import type { SectionProps } from "./edits/edits.ts";
import { Languages } from "./sections/Languages.tsx";
import { ListingSection } from "./sections/ListingSection.tsx";
import { Look } from "./sections/Look.tsx";
import { Presets } from "./sections/Presets.tsx";
import { EmbedSection, EventSection, KioskSection } from "./sections/ProfileSections.tsx";
import { Questions } from "./sections/Questions.tsx";
import type { SectionName } from "./edits/sections.ts";
import { foldId, titleId } from "./useOpenSection.ts";

const isKiosk = ({ profile }: FormStation) => profile === "kiosk";

/** The sections in which a station is changed, in their order, with the stations that have them. */
const sections: Readonly<
  Record<SectionName, readonly [Section: ComponentType<SectionProps>, isFor?: (station: FormStation) => boolean]>
> = {
  basics: [Basics],
  event: [EventSection, isKiosk],
  listing: [ListingSection, isKiosk],
  questions: [Questions],
  attributes: [Attributes],
  presets: [Presets],
  look: [Look],
  // Every station has a visitors' form: its form link opens it.
  consent: [ConsentText],
  agency: [AgencySection],
  languages: [Languages, isVisited],
  kiosk: [KioskSection, isKiosk],
  embed: [EmbedSection, ({ profile }) => profile === "embed"],
};

export const editable = (station: FormStation) =>
  (Object.keys(sections) as SectionName[]).filter((name) => sections[name][1]?.(station) ?? true);

export function SectionBody({ name, ...props }: SectionProps & { readonly name: SectionName }) {
  const [Section] = sections[name];
  return <Section {...props} />;
}

/** What the list of sections says of one. */
export interface SectionLine {
  readonly name: SectionName | "files" | "devices";
  /** What is set. */
  readonly state: string | undefined;
  readonly look: "plain" | "changed" | "wrong";
}

const looks = { plain: "text-ink-3", changed: "font-semibold text-warn", wrong: "font-semibold text-over" } as const;

interface NavProps {
  readonly lines: readonly SectionLine[];
  readonly open: string;
}

/** The list of sections beside the open one, on wide screens. */
export function SectionNav({ lines, open }: NavProps) {
  const t = useTranslations("setup");
  return (
    <nav aria-label={t("sections")} className="sticky top-6 max-lg:hidden">
      <ol>
        {lines.map(({ name, state, look }) => (
          <li key={name} className="border-s border-line-strong">
            <a
              href={`#${name}`}
              aria-current={name === open ? "true" : undefined}
              aria-labelledby={`setup-nav-${name}`}
              aria-describedby={`setup-nav-${name}-state`}
              className={`ms-3 flex min-h-12 flex-col justify-center rounded-[6px] px-2.5 py-1 text-[.9375rem] leading-tight no-underline [&:hover]:bg-brand-tint-2 ${name === open ? "bg-surface font-[640] text-ink [box-shadow:0_0_0_1px_var(--line)]" : "text-ink-2"}`}
            >
              <span id={`setup-nav-${name}`}>{t(`titles.${name}`)}</span>
              <small id={`setup-nav-${name}-state`} className={`truncate text-[.8125rem] ${looks[look]}`}>
                {state}
              </small>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface FoldProps {
  readonly line: SectionLine;
  readonly isOpen: boolean;
  /** Nothing is open. Wide screens show the first section then. */
  readonly isInstead: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A section. When it is closed it is one line on a narrow screen. What is typed in it stays in its boxes. */
export function SectionFold({ line: { name, state, look }, isOpen, isInstead, onClose, children }: FoldProps) {
  const t = useTranslations("setup");
  const shown = isOpen ? "grid" : isInstead ? "hidden lg:grid" : "hidden";
  return (
    <section
      aria-labelledby={titleId(name)}
      className={`border-line max-lg:not-first:border-t ${isOpen || isInstead ? "" : "lg:hidden"}`}
    >
      <h2 className="font-ui text-md lg:hidden">
        <a
          id={foldId(name)}
          href={`#${name}`}
          aria-expanded={isOpen}
          aria-labelledby={titleId(name)}
          aria-describedby={`setup-fold-${name}-state`}
          className="flex min-h-14 scroll-mt-2 items-center gap-3 px-4 py-2 text-ink no-underline"
          onClick={(event) => {
            if (!isOpen) return;
            event.preventDefault();
            onClose();
          }}
        >
          <span className="grid min-w-0 flex-1">
            <span className="font-[560]">{t(`titles.${name}`)}</span>
            <small id={`setup-fold-${name}-state`} className={`truncate text-sm font-normal ${looks[look]}`}>
              {state}
            </small>
          </span>
          <ChevronDown aria-hidden="true" className={`text-ink-3 ${isOpen ? "rotate-180" : ""}`} />
        </a>
      </h2>
      <div className={`gap-(--gap) px-4 pt-1 pb-5 lg:p-0 ${shown}`}>
        <div className="grid gap-1">
          <h2 id={titleId(name)} tabIndex={-1} className="scroll-mt-6 text-2xl max-lg:hidden">
            {t(`titles.${name}`)}
          </h2>
          <p className="text-ink-2">{t(`about.${name}`)}</p>
        </div>
        {children}
      </div>
    </section>
  );
}
