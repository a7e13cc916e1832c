/** A line of a list in a card that leads somewhere: the classes of its link or button. */
export const row =
  "flex min-h-14 w-full items-center gap-3 px-4 py-2 text-start font-[560] text-ink no-underline [&:hover]:bg-brand-tint-2";
