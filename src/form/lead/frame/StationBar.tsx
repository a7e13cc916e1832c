import { DeliveryPill } from "../../sending/DeliveryPill.tsx";
import { StationMenu } from "../../station/StationMenu.tsx";

/** The station's menu and the delivery state. */
export function StationBar() {
  return (
    <div className="station-bar">
      <StationMenu />
      <DeliveryPill />
    </div>
  );
}
