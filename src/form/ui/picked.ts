/** What a choice looks like while it is picked. Its words become bolder, not wider. */
export const picked =
  "has-checked:bg-brand-tint has-checked:text-brand-ink has-checked:inset-ring has-checked:inset-ring-brand-line has-checked:[-webkit-text-stroke:.3px_currentcolor]";

/** Forced colours take the background of what is picked away. */
export const pickedForced =
  "forced-colors:has-checked:-outline-offset-3 forced-colors:has-checked:[outline:2px_solid_Highlight]";

/** The focus is on the input inside, the ring around the whole. */
export const ringAround = "has-focus-visible:z-1 has-focus-visible:outline-3 has-focus-visible:outline-focus";

/** The input inside: invisible, and on top of all that can be pressed. */
export const inputInside = "absolute inset-0 cursor-pointer opacity-0";
