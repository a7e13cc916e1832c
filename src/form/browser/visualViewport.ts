import { useLayoutEffect } from "react";

/** Below this height (px) the screen shows a keyboard, or is too short for decoration. */
const lowPx = 600;

/**
 * Writes the visible part of the page to `--vv-height` and `--vv-top` on the root element, and sets `data-low` while it
 * is low. Safari draws its keyboard over the page: only the visual viewport tells how much of the page is left. Keeps
 * the focused box in sight when the size changes.
 */
export function useVisualViewport(): void {
  useLayoutEffect(() => {
    const { visualViewport } = window;
    const { style, dataset } = document.documentElement;
    const follow = () => {
      const height = visualViewport?.height ?? window.innerHeight;
      // A page that a person has magnified keeps its layout.
      if ((visualViewport?.scale ?? 1) > 1.01) return;
      style.setProperty("--vv-height", `${height}px`);
      style.setProperty("--vv-top", `${visualViewport?.offsetTop ?? 0}px`);
      if (height < lowPx) dataset["low"] = "";
      else delete dataset["low"];
    };
    const resized = () => {
      follow();
      const { activeElement } = document;
      if (activeElement?.matches("input, textarea")) activeElement.scrollIntoView({ block: "nearest" });
    };
    follow();
    const target = visualViewport ?? window;
    target.addEventListener("resize", resized);
    target.addEventListener("scroll", follow);
    return () => {
      target.removeEventListener("resize", resized);
      target.removeEventListener("scroll", follow);
      style.removeProperty("--vv-height");
      style.removeProperty("--vv-top");
      delete dataset["low"];
    };
  }, []);
}
