import { DoorOpen } from "lucide-react";
import type { ReactNode } from "react";
import { useStation } from "./useStation.ts";

/** The station's logo, or the brokerage's name if it has no logo. `className`: the size of the name. */
export function Wordmark({ className = "text-lg" }: { readonly className?: string }) {
  const { brand, name } = useStation();
  // A logo is drawn for paper: on a dark panel it gets some.
  if (brand?.logo)
    return <img src={brand.logo} alt={brand.name} className="max-h-8.5 max-w-55 rounded-[6px] bg-white px-2 py-1" />;
  return <NameAtDoor className={className}>{brand?.name ?? name}</NameAtDoor>;
}

/** A name beside an open door. */
export function NameAtDoor({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-[.5em] font-display font-semibold tracking-[.005em] ${className}`}>
      <DoorOpen aria-hidden="true" className="text-panel-accent" />
      {children}
    </span>
  );
}
