import { useEffectEvent, useLayoutEffect } from "react";
import { isVisited } from "#lead/station/allowed.ts";
import { isComposing } from "../browser/isComposing.ts";
import { useStation } from "../station/useStation.ts";
import type { LeadInHand } from "./draft/leadInHand.ts";

const boxes = "input[type=text], textarea";

/**
 * Enter in a text box moves to the next box. In the last box of a step it continues. On the last step it sends the lead
 * for visitors and does nothing for staff. In a text area it is a new line. A control that handled the key
 * (`defaultPrevented`) has priority.
 */
export function EnterKey({ lead }: { readonly lead: LeadInHand }) {
  const visited = isVisited(useStation());
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat);
    if (event.key !== "Enter" || !isPlain || event.defaultPrevented || isComposing(event)) return;
    const part = target instanceof HTMLInputElement && target.matches(boxes) && partOf(target);
    if (!part) return;
    event.preventDefault();
    const all = [...part.querySelectorAll<HTMLElement>(boxes)].filter((box) => !box.closest("details:not([open])"));
    const next = all[all.indexOf(target) + 1];
    if (next) next.focus();
    else if (!part.matches("form")) return;
    else if (!lead.isLast) void lead.next();
    else if (visited) void lead.save();
  });
  // Before takeOver.ts lets the keys through.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}

/** The step's form or the panel beside it. Null inside a dialog. */
const partOf = (box: Element) => (box.closest("dialog") ? null : box.closest("form, aside"));
