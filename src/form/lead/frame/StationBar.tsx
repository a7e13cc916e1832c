import { DeliveryPill } from "../../sending/DeliveryPill.tsx";
import { StationMenu } from "../../station/StationMenu.tsx";

/**
 * The station's menu and the delivery state. Where it is narrow, the bar goes below the arrow before the name is lost, and
 * the state below the name only where hardly a word of it would fit beside.
 */
export function StationBar() {
  return (
    <div className="flex min-w-0 flex-[1_1_16rem] flex-wrap items-center justify-between gap-2">
      <StationMenu />
      <DeliveryPill />
    </div>
  );
}
