import type { Language } from "#lead/languages.ts";

/** The proxy's configuration. */
export interface Config {
  readonly mode: "sandbox" | "lofty";
  /** Whether staff sign in with a passcode. */
  readonly signIn: boolean;
}

/** The data that the proxy writes into a station's page, so that the first screen needs no request. */
export interface PageData {
  readonly path: string;
  /** The language of the first screen. */
  readonly language: Language;
  readonly config: Config;
  /** The station as visitors see it. Unchecked JSON: station/loadStation.ts gives it its type. */
  readonly station: unknown;
  /** The origins of the pages that may frame an embed station's form. */
  readonly parents?: readonly string[];
}

let data = typeof document === "undefined" ? undefined : read();

/**
 * The data in this page. Undefined if the page has none: it is not a station's page, or it was cached for offline use.
 */
export const pageData = (): PageData | undefined => data;

/** Sets the data of the page that the proxy renders now (render.tsx). */
export const setPageData = (next: PageData): void => void (data = next);

function read(): PageData | undefined {
  const text = document.getElementById("page-data")?.textContent;
  return text ? (JSON.parse(text) as PageData) : undefined;
}

/** Returns a promise that React's `use` reads without suspending. */
export const settled = <T>(value: T): Promise<T> =>
  Object.assign(Promise.resolve(value), { status: "fulfilled", value });
