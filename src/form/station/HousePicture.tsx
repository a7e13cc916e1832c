import { listingAt } from "#lead/station/listing.ts";
import { House } from "../ui/house/House.tsx";
import { useStation } from "./useStation.ts";

interface Props {
  /** Words on the dimension lines of the drawing. */
  readonly caption?: string | undefined;
  readonly upright?: string | undefined;
  readonly viewBox: string;
  readonly className: string;
  readonly photoClass: string;
}

/** The photo of the house, or the drawing. Decorative. */
export function HousePicture({ photoClass, ...drawn }: Props) {
  const station = useStation();
  const photo = listingAt(station)?.photo;
  return photo === undefined ? (
    <House type={station.drawing} {...drawn} />
  ) : (
    <div aria-hidden="true" className={photoClass}>
      <img src={photo} alt="" className="size-full object-cover" />
    </div>
  );
}
