import type { Named } from "#lead/vocabulary.ts";
import { keep, recall } from "../device.ts";

/** Whose leads an agent station takes: an agent's, or whoever Lofty's routing rules choose. */
export type Who = { readonly agent: Named } | { readonly agent?: never; readonly routing: true };

/** The answer kept on this device for a station. */
export const whoAt = (station: string) => recall<Who>(`who:${station}`);
export const keepWho = (station: string, who: Who) => keep(`who:${station}`, who);

/** What the answer puts on every lead, as values of the form that anyone can see and change. */
export const stampOf = (who: Who | undefined): { readonly [path: string]: string } =>
  who?.agent ? { assignedUserId: who.agent.id, ownershipScope: "PERSONAL", ownershipId: who.agent.id } : {};
