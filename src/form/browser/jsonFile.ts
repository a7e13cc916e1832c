/** Returns the address of a link that saves `content` as a JSON file. */
export const jsonLink = (content: unknown): string =>
  `data:application/json,${encodeURIComponent(JSON.stringify(content, undefined, 2))}`;

/** Reads a JSON file that the person chose. Throws if it is no JSON. */
export const readJsonFile = async (file: File): Promise<unknown> => JSON.parse(await file.text());
