import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { DeviceView } from "#lead/submission/deviceReport.ts";
import type { DayCounts } from "#lead/submission/staffAnswers.ts";
import { deviceKind } from "../../browser/deviceKind.ts";
import { deviceIcons } from "../devices/deviceIcons.ts";
import { useDeviceName } from "../devices/useDevices.ts";
import { contactOf, silentMs, type Contact } from "./devicesAt.ts";
import { PutAway } from "./PutAway.tsx";
import { useLong } from "./useLong.ts";
import { ListTitle } from "../../ui/ListTitle.tsx";

interface Props {
  readonly here: number;
  readonly others: readonly DeviceView[];
  readonly isReached: boolean;
  readonly isAllIn: boolean;
  readonly counts: DayCounts | undefined;
  /** The proxy's time. */
  readonly now: Date;
}

/** This device and the others of the house, each with what waits on it. */
export function DevicesHere({ here, others, isReached, isAllIn, counts, now }: Props) {
  const t = useTranslations("leave");
  const format = useFormatter();
  const nameOf = useDeviceName();
  const long = useLong();
  const kind = deviceKind();
  const wordsOf = (device: DeviceView, contact: Contact) => {
    const seen = new Date(device.seenAt);
    const time = format.dateTime(seen, { timeStyle: "short" });
    if (contact === "away") {
      const putAway = format.dateTime(new Date(device.putAwayAt ?? ""), { timeStyle: "short" });
      return t("putAwayAt", { time: putAway, seen: time });
    }
    if (contact === "silent") return t("silentSince", { time, long: long(silentMs(device, now)) });
    const heard = t("heard", { time, age: format.relativeTime(seen, now) });
    return contact === "revoked" ? `${t("revokedText")} ${heard}` : heard;
  };
  return (
    <section aria-labelledby="by-device">
      <div className="flex items-baseline justify-between">
        <ListTitle id="by-device">{t("byDevice")}</ListTitle>
        {counts && (
          <span className="text-sm text-ink-2">
            {t("groups", { groups: counts.groups, signedIn: counts.signedIn })}
          </span>
        )}
      </div>
      <ul className="card">
        <Line kind={kind} name={t("thisDevice", { device: kind })} unsent={here} isAllIn={isAllIn}>
          {t(isReached ? "online" : "noNetwork")}
        </Line>
        {others.map((device) => {
          const contact = contactOf(device, now);
          return (
            <Line
              key={device.id}
              kind={device.kind}
              name={nameOf(device)}
              unsent={device.unsent}
              contact={contact}
              isAllIn={isAllIn}
              action={<PutAway device={device} contact={contact} name={nameOf(device)} />}
            >
              {wordsOf(device, contact)}
            </Line>
          );
        })}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly kind: DeviceView["kind"];
  readonly name: string;
  readonly unsent: number;
  readonly contact?: Contact;
  readonly isAllIn: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Line({ kind, name, unsent, contact = "heard", isAllIn, action, children }: LineProps) {
  const t = useTranslations("leave");
  const isHeard = contact === "heard";
  const isKnown = isHeard || contact === "away";
  const sent = isHeard ? (isAllIn ? "deviceAllIn" : "allSent") : "unheardSent";
  const Icon = deviceIcons[kind];
  return (
    <li className="flex min-h-15 items-center gap-3 border-b border-line px-5 py-2 last:border-0">
      <Icon aria-hidden="true" className="shrink-0 text-ink-2" />
      <div className="min-w-0 flex-1">
        <h3 className="font-ui text-md font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </h3>
        <p className="text-sm text-ink-2">{children}</p>
        {action}
      </div>
      <span
        className={`rounded-full px-2.5 py-1 text-sm font-semibold ${unsent > 0 || !isKnown ? "bg-warn-tint text-warn" : "bg-ok-tint text-ok"}`}
      >
        {unsent > 0 ? t("deviceWaiting", { count: unsent }) : t(sent)}
      </span>
    </li>
  );
}
