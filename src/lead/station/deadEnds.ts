import { addressParts, contacts, isAskedAt, isVisited, needsContact } from "./allowed.ts";
import { fieldAt } from "../fields.ts";
import type { Issue } from "../issue.ts";
import { topics } from "../questions.ts";
import { isRequirable } from "./requirable.ts";
import type { Station } from "./station.ts";

/** Settings with which an answer is required but not asked, or cannot be sent. */
export function deadEnds(station: Station): readonly Issue[] {
  const { required, asks, attributes } = station;
  return [
    ...asks.on.flatMap((path, index): Issue[] =>
      isStuck(path, station) ? [{ path: `asks.on.${index}`, code: "not-allowed" }] : [],
    ),
    ...asks.off.flatMap((path, index): Issue[] =>
      isNeeded(path, station) ? [{ path: `asks.off.${index}`, code: "required" }] : [],
    ),
    ...required.flatMap((path, index): Issue[] =>
      isRequirable(path, station) ? [] : [{ path: `required.${index}`, code: "not-allowed" }],
    ),
    ...attributes.flatMap(({ name }, index): Issue[] =>
      isTaken(name, index, station) ? [{ path: `attributes.${index}.name`, code: "format" }] : [],
    ),
  ];
}

const includes = (paths: readonly string[], path: string) => paths.includes(path);

/** Whether questions about a property are asked, but none about its address. */
function lacksAddress(station: Station): boolean {
  const isAsked = (path: string) => isAskedAt(path, station);
  return topics.property.some(({ path }) => isAsked(path)) && !addressParts.some(isAsked);
}

/** Whether visitors could not send an answer to this question. */
const isStuck = (path: string, station: Station) =>
  isVisited(station) && path.startsWith("property.") && isAskedAt(path, station) && lacksAddress(station);

/** Whether another custom attribute has this name: an earlier question, or the one for our reference. */
export const isTaken = (
  name: string,
  index: number,
  { attributes, referenceAttribute }: Pick<Station, "attributes"> & Partial<Pick<Station, "referenceAttribute">>,
) => name === referenceAttribute || attributes.findIndex((one) => one.name === name) < index;

/** Whether the form could not be sent while this question is off. */
const isNeeded = (path: string, station: Station) =>
  (fieldAt(path)?.required === true && !path.includes(".")) ||
  (includes(contacts, path) && needsContact(station) && !contacts.some((one) => isAskedAt(one, station))) ||
  (includes(addressParts, path) && !isVisited(station) && lacksAddress(station)) ||
  (path === "ownershipId" && isAskedAt("ownershipScope", station));
