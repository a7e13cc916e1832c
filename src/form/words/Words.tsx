import { Suspense, use, useDeferredValue, useLayoutEffect, type ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { Language } from "#lead/languages.ts";
import { useRoute } from "../browser/route.ts";
import { useSandboxOnceKnown } from "../browser/sandboxMode.ts";
import { catalogue, type Readers } from "./catalogue.ts";
import { inSandbox } from "./inSandbox.ts";
import { localeOf } from "./locale.ts";
import { readersOf, staffLanguage, useLanguage } from "./language.ts";
import type { Words as Catalogue } from "./words.ts";

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

interface Props {
  readonly children: ReactNode;
}

/** Provides the texts of the page's language to the app. A new language appears when its words are loaded. */
export function Words({ children }: Props) {
  return (
    <Suspense>
      <Loaded>{children}</Loaded>
    </Suspense>
  );
}

function Loaded({ children }: Props) {
  // Deferred: the page stays as it is until the words of a newly chosen language are loaded.
  const language = useDeferredValue(useLanguage());
  const words = use(catalogue(language, readersOf(useRoute())));
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <Spoken language={language} words={words}>
      {children}
    </Spoken>
  );
}

/** Provides staff's texts inside a visitors' page, in staff's language. */
export const StaffWords = ({ children }: Props) => (
  <OtherWords language={staffLanguage()} readers="staff">
    {children}
  </OtherWords>
);

interface OtherProps extends Props {
  readonly language: Language;
  readonly readers: Readers;
}

/**
 * Provides texts in another language, or for other readers, than those of the page, in an element with that language: a
 * screen reader takes its voice from it.
 */
export const OtherWords = (props: OtherProps) => (
  <Suspense>
    <LoadedOther {...props} />
  </Suspense>
);

const LoadedOther = ({ language, readers, children }: OtherProps) => (
  <Spoken language={language} words={use(catalogue(language, readers))}>
    <div className="contents" lang={language}>
      {children}
    </div>
  </Spoken>
);

interface SpokenProps extends Props {
  readonly language: Language;
  readonly words: Catalogue;
}

/** Provides the given texts; in sandbox mode they name the sandbox. */
export function Spoken({ language, words, children }: SpokenProps) {
  const messages = useSandboxOnceKnown() ? inSandbox(words, language) : words;
  return (
    <IntlProvider locale={localeOf(language)} messages={messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
