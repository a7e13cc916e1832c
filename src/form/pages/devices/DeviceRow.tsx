import { TriangleAlert } from "lucide-react";
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { isolated } from "#lead/characters.ts";
import { dayOf } from "#lead/station/event.ts";
import type { DeviceView } from "#lead/submission/deviceReport.ts";
import { Typed } from "../../ui/Typed.tsx";
import { isPutAway, isSilent } from "./contact.ts";
import { deviceIcons } from "./deviceIcons.ts";
import { Rename } from "./Rename.tsx";
import { useDeviceAction, useDeviceName } from "./useDevices.ts";

const minuteMs = 60_000;

interface Props {
  readonly device: DeviceView;
  /** The build of the app that the proxy serves. */
  readonly build: string;
  /** The name of its station. */
  readonly station: string | undefined;
  readonly canRevoke: boolean;
}

/** One device. Revoke asks in the row itself, and says what stays. */
export function DeviceRow({ device, build, station, canRevoke }: Props) {
  const t = useTranslations("devices");
  const format = useFormatter();
  const now = useNow({ updateInterval: minuteMs });
  const [isAsked, setAsked] = useState(false);
  const { mutate, isError, isPending } = useDeviceAction(device.id);
  const name = useDeviceName()(device);
  const ask = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isAsked) keep.current?.focus();
  }, [isAsked]);
  const { isThis, unsent, role, revokedAt } = device;
  const Icon = deviceIcons[device.kind];
  const isAway = isPutAway(device);
  const silent = isSilent(device, dayOf(now), now.getTime());
  const seen = new Date(device.seenAt);
  const isNow = now.getTime() - seen.getTime() < 2 * minuteMs;
  const kept = () => {
    setAsked(false);
    ask.current?.focus();
  };
  const act = (action: "revoke" | "allow") => {
    if (isPending) return;
    setAsked(false);
    // The button goes once it is done.
    heading.current?.focus();
    mutate({ action });
  };
  const onEscape = ({ key }: KeyboardEvent) => void (key === "Escape" && kept());
  const where = [role === "kiosk" ? t("kiosk", { station: station ?? "" }) : station, isThis && t("isThis")];
  return (
    <div
      role="row"
      className={`grid grid-cols-2 gap-x-4 gap-y-2 border-t border-line px-5 py-3 first:border-0 md:items-center md:grid-cols-[3fr_2fr_2fr_1.5fr_6rem] ${revokedAt === undefined ? "" : "bg-sunken text-ink-3"}`}
    >
      <div role="cell" className="col-span-2 flex items-center gap-3 md:col-span-1">
        <Icon aria-hidden="true" className={revokedAt === undefined ? "text-brand-line" : ""} />
        <div ref={heading} tabIndex={-1} className="min-w-0">
          <Rename device={device} name={name} />
          <p className="text-sm text-ink-3">
            {revokedAt === undefined
              ? where.filter(Boolean).join(", ")
              : t("revokedAt", { when: format.dateTime(new Date(revokedAt), { month: "long", day: "numeric" }) })}
          </p>
        </div>
      </div>
      <div role="cell" className="max-md:text-sm">
        <Caption words={t("columns.version")} />
        {format.dateTime(new Date(device.build), { dateStyle: "medium", timeStyle: "short" })}
        <p className="text-sm text-ink-3">{t(device.build === build ? "newest" : "older")}</p>
      </div>
      <div role="cell" className={`max-md:text-sm ${silent ? "font-semibold text-warn" : ""}`}>
        <Caption words={t("columns.contact")} />
        {isNow ? t("now") : format.relativeTime(seen, now)}
        {(silent || isAway) && <p className="text-sm font-normal text-ink-3">{t(silent ? "switchOn" : "isAway")}</p>}
      </div>
      <div role="cell" className="max-md:text-sm">
        <Caption words={t("columns.unsent")} />
        {unsent === 0 ? (
          <span className="text-ink-3">{t("none")}</span>
        ) : (
          <span className="inline-block rounded-full bg-warn-tint px-2.5 py-1 text-sm font-semibold text-warn">
            {t(role === "kiosk" ? "sealed" : "waiting", { count: unsent })}
          </span>
        )}
      </div>
      <div role="cell" className="text-end">
        {isThis && <span className="text-sm text-ink-3">{t("inUse")}</span>}
        {revokedAt !== undefined && (
          <button type="button" className="btn btn-quiet" onClick={() => act("allow")}>
            {t("allow")}
            <span className="sr-only">: {name}</span>
          </button>
        )}
        {canRevoke && !isThis && revokedAt === undefined && (
          <button ref={ask} type="button" className="btn btn-quiet" onClick={() => setAsked(true)}>
            {t("revoke")}
            <span className="sr-only">: {name}</span>
          </button>
        )}
      </div>
      {isAsked && (
        <div
          role="cell"
          className="col-span-full my-1 flex flex-wrap items-center gap-3 rounded-card bg-over-tint px-4 py-3"
        >
          <TriangleAlert aria-hidden="true" className="text-over" />
          <p className="min-w-52 flex-1 text-ink">
            <b className="font-semibold">
              <Typed text={t("asks.title", { name: isolated(name) })} />
            </b>{" "}
            {t("asks.text")} {unsent > 0 && t("asks.unsent", { count: unsent })}
          </p>
          <button type="button" ref={keep} className="btn btn-secondary" onClick={kept} onKeyDown={onEscape}>
            {t("asks.keep")}
          </button>
          <button type="button" className="btn btn-danger" onClick={() => act("revoke")} onKeyDown={onEscape}>
            {t("revoke")}
          </button>
        </div>
      )}
      {isError && (
        <div role="cell" className="col-span-full">
          <p role="alert" className="text-over">
            {t("notDone")}
          </p>
        </div>
      )}
    </div>
  );
}

/** On a phone no heading stands above a figure. */
const Caption = ({ words }: { readonly words: string }) => (
  <span className="block text-sm font-semibold text-ink-3 md:hidden">{words}</span>
);
