import { useSyncExternalStore, type ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { messages, onMessages } from "./messages.ts";

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** Gives the app its texts. */
export function Words({ children }: { readonly children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={useSyncExternalStore(onMessages, messages)} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
