import { recall } from "../device.ts";
import type { Outgoing } from "./outgoing.ts";

/** Where this device keeps the leads saved at a station that the proxy has not taken yet (keepUnsent.ts). */
export const unsentKey = (station: string) => `unsent:${station}`;

export const unsentAt = (station: string): readonly Outgoing[] => recall<readonly Outgoing[]>(unsentKey(station)) ?? [];
