import { DoorOpen } from "lucide-react";
import { useStation } from "./useStation.ts";

/** The station's logo, or the brokerage's name if it has no logo. */
export function Wordmark() {
  const { brand, name } = useStation();
  if (brand?.logo) return <img src={brand.logo} alt={brand.name} className="logo" />;
  return (
    <span className="wordmark text-lg">
      <DoorOpen aria-hidden="true" className="text-panel-accent" />
      {brand?.name ?? name}
    </span>
  );
}
