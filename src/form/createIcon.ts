import { createElement, type ComponentType, type SVGProps } from "react";

interface Drawing {
  readonly size: number;
  readonly node: readonly (readonly [tag: string, attributes: object])[];
}

/**
 * Replaces lucide's createLucideIcon (see vite.config.ts). It leaves out lucide's context, class merging and name
 * conversion: 1.2 kB that would load before the first key.
 */
// oxlint-disable-next-line import/no-default-export -- lucide's icons import it so
export default function createIcon({ size, node }: Drawing): ComponentType<SVGProps<SVGSVGElement>> {
  return function Icon({ className = "", ...props }: SVGProps<SVGSVGElement>) {
    const look = {
      width: size,
      height: size,
      viewBox: `0 0 ${size} ${size}`,
      fill: "none",
      stroke: "currentColor",
      strokeWidth: 2,
      strokeLinecap: "round",
      strokeLinejoin: "round",
      className: `lucide ${className}`,
    } as const;
    return createElement("svg", { ...look, ...props }, ...node.map((part) => createElement(...part)));
  };
}
