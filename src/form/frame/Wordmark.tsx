import { DoorOpen } from "lucide-react";
import { useStation } from "../station/useStation.ts";

/** The brokerage's name in the display face; a logo takes its place where the station has one. */
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
