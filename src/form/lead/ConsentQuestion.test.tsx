// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import type { FormStation } from "../station/useStation.ts";
import { clearForm, drawForm } from "../testing/form.tsx";

afterEach(clearForm);

test.each(["embed", "kiosk"] as const)("%s: the text that is agreed to describes the question", async (profile) => {
  const station = stationOf(profile) as FormStation;
  await drawForm(station, "contact");
  const described = document.getElementById("consent-call")?.closest("fieldset")?.getAttribute("aria-describedby");
  expect(document.getElementById(described ?? "")?.textContent).toBe(station.consent.text);
});
