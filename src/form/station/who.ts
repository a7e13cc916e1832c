import { createContext } from "react";
import type { Named } from "#lead/vocabulary.ts";
import { keep, recall } from "../browser/device.ts";

/** Who gets the leads of an agent station: an agent, or the person that Lofty's routing rules choose. */
export type Who = { readonly agent: Named } | { readonly agent?: never; readonly routing: true };

/** Who gets the leads of the form. Another tab may have stored another answer since. */
export const WhoContext = createContext<Who | undefined>(undefined);

/** The answer stored on this device for a station. */
export const whoAt = (station: string) => recall<Who>(`who:${station}`);
export const keepWho = (station: string, who: Who) => keep(`who:${station}`, who);

/** The fields that the answer sets on every lead. They are values of the form that people can see and change. */
export const stampOf = (who: Who | undefined): { readonly [path: string]: string } =>
  who?.agent ? { assignedUserId: who.agent.id, ownershipScope: "PERSONAL", ownershipId: who.agent.id } : {};
