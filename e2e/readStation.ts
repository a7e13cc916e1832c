import type { Page } from "@playwright/test";

/** The settings of a station as they are saved. */
export const readStation = async (page: Page, id: string) =>
  (await (await page.request.get(`/api/stations/${id}`)).json()) as Record<string, unknown>;
