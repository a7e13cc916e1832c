import { useFormatter } from "use-intl";

const minuteMs = 60_000;
const units = [
  { unit: "day", ms: 36 * 60 * minuteMs, of: 24 * 60 * minuteMs },
  { unit: "hour", ms: 90 * minuteMs, of: 60 * minuteMs },
  { unit: "minute", ms: 0, of: minuteMs },
] as const;

/** Returns a function that says how long a time is: "2 minutes". At least a minute. */
export function useLong(): (ms: number) => string {
  const format = useFormatter();
  return (ms) => {
    const { unit, of } = units.find((one) => ms >= one.ms) ?? units[2];
    return format.number(Math.max(1, Math.round(ms / of)), { style: "unit", unit, unitDisplay: "long" });
  };
}
