import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { wearSettings } from "./settings/settings.ts";
import "./styles/app.css";
import { Words } from "./words/Words.tsx";

wearSettings();
createRoot(document.getElementById("app") as HTMLElement).render(
  <Words>
    <App />
  </Words>,
);
