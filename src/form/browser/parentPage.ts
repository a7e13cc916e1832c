import { isFrameParent } from "#lead/station/frameParents.ts";
import { pageData } from "./pageData.ts";

/** What the page around a frame is told. It has no personal data. */
type News =
  { readonly type: "foyer:ready" | "foyer:saved" } | { readonly type: "foyer:height"; readonly height: number };

/** Identifies this opening of the page, so that public/embed.js reports `ready` once. */
const page = typeof performance === "undefined" ? 0 : performance.timeOrigin;
/** The origin of the page around this frame, once it is known and allowed. */
let parent: string | undefined;
let isReady = false;
let height = 0;

export const isFramed = (): boolean => !import.meta.env.SSR && window.parent !== window;

/**
 * Finds out which page is around this frame: from the browser, or from that page's message (public/embed.js), whose
 * origin the browser vouches for. A page that the station does not list is told nothing.
 */
export function talkToParent(): void {
  if (!isFramed()) return;
  parent = allowed(originAround());
  window.addEventListener("message", ({ source, origin, data }: MessageEvent<{ type?: unknown } | null>) => {
    if (source !== window.parent || data?.type !== "foyer:hello" || allowed(origin) === undefined) return;
    parent = origin;
    if (isReady) tellStart();
  });
}

/** Tells the page around this frame that the form can be used, and from then on its height. Returns a stop function. */
export function reportSize(content: Element): () => void {
  const measure = () => {
    height = Math.ceil(content.getBoundingClientRect().height);
  };
  isReady = true;
  measure();
  tellStart();
  const watch = new ResizeObserver(() => {
    measure();
    tell({ type: "foyer:height", height });
  });
  watch.observe(content);
  return () => {
    watch.disconnect();
    isReady = false;
  };
}

/** Tells the page around this frame that the office has the lead. */
export const tellSaved = (): void => tell({ type: "foyer:saved" });

function tellStart(): void {
  tell({ type: "foyer:ready" });
  tell({ type: "foyer:height", height });
}

function tell(news: News): void {
  if (parent !== undefined) window.parent.postMessage({ ...news, page }, parent);
}

const allowed = (origin: string | undefined) => {
  const isOurs = origin === window.location.origin;
  return origin !== undefined && (isOurs || isFrameParent(pageData()?.parents ?? [], origin)) ? origin : undefined;
};

/** Firefox does not list the origins around a frame. */
function originAround(): string | undefined {
  const { ancestorOrigins } = window.location as { ancestorOrigins?: DOMStringList };
  if (ancestorOrigins) return ancestorOrigins[0];
  try {
    return new URL(document.referrer).origin;
  } catch {
    return undefined;
  }
}
