import { fewestIdleSeconds } from "#lead/station/idle.ts";
import type { FormStation } from "./useStation.ts";

/** The seconds without a touch before a kiosk asks whether somebody is there. Stations stored earlier may have fewer. */
export const idleSecondsOf = ({ idleSeconds }: FormStation): number => Math.max(fewestIdleSeconds, idleSeconds);

/** The time that people have to answer the question (WCAG 2.2.1: at least 20 seconds). */
export const warnSeconds = 30;
