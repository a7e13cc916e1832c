import { useTranslations } from "use-intl";
import type { DeviceView } from "#lead/submission/deviceReport.ts";
import { useDeviceAction } from "../devices/useDevices.ts";
import type { Contact } from "./devicesAt.ts";

interface Props {
  readonly device: DeviceView;
  readonly contact: Contact;
  readonly name: string;
}

/**
 * Staff say that a silent device is put away: it took no leads since it said that nothing waits. The proxy keeps it
 * until the device is heard from again. One button, so that the focus stays when it becomes Undo.
 */
export function PutAway({ device: { id, unsent }, contact, name }: Props) {
  const t = useTranslations("leave");
  const { mutate, isPending, isError } = useDeviceAction(id);
  const isAway = contact === "away";
  if (!isAway && (contact !== "silent" || unsent > 0)) return null;
  const press = () => {
    if (!isPending) mutate({ action: isAway ? "not-away" : "put-away" });
  };
  return (
    <>
      <button type="button" className="btn btn-secondary mt-2" aria-disabled={isPending || undefined} onClick={press}>
        {t(isAway ? "notAway" : "putAway")}
        <span className="sr-only">
          : <bdi>{name}</bdi>
        </span>
      </button>
      {isError && (
        <p role="alert" className="text-sm text-over">
          {t("notDone")}
        </p>
      )}
    </>
  );
}
