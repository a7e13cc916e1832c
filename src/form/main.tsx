import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { App } from "./App.tsx";
import { wearSettings } from "./settings/settings.ts";
import "./styles/app.css";
import messages from "./words/en.json";

wearSettings();
createRoot(document.getElementById("app") as HTMLElement).render(
  <IntlProvider locale="en" messages={messages} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
    <App />
  </IntlProvider>,
);
