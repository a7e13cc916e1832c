import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import { act } from "./act.ts";

export type Drawn = Awaited<ReturnType<typeof draw>>;

/** Draws a component on an empty page, with the English texts of these readers. */
export async function draw(readers: "staff" | "visitors", component: ReactNode) {
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", readers)}>
        {component}
      </IntlProvider>,
    ),
  );
  return { place, remove: () => act(async () => root.unmount()) };
}
