import { lazy, type ComponentType } from "react";

/** A component that arrives after the first paint: `later(() => import("./Review.tsx"), "Review")`. */
export const later = <Name extends string, Props extends object>(
  load: () => Promise<{ readonly [Key in Name]: ComponentType<Props> }>,
  name: Name,
): ComponentType<Props> => lazy(async () => ({ default: (await load())[name] })) as unknown as ComponentType<Props>;
