import { DeliveryPill } from "../outbox/DeliveryPill.tsx";
import { StationMenu } from "./StationMenu.tsx";

/** Where this is, and where the leads are. */
export function StationBar() {
  return (
    <div className="station-bar">
      <StationMenu />
      <DeliveryPill />
    </div>
  );
}
