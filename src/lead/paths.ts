/** Pages of staff: the first segment of the address, and how many segments the address may have. */
export const staffPages = {
  outbox: 2,
  today: 1,
  settings: 2,
  preview: 1,
  leads: 2,
  devices: 1,
  "before-you-leave": 1,
  paper: 2,
} as const;
export type StaffPage = keyof typeof staffPages;

/** The same for the pages of stations. Only the forms of staff have the step in the address. */
export const stationPages = { s: 3, kiosk: 2, embed: 2 } as const;
export type StationPage = keyof typeof stationPages;

export const isStaffPage = (name: string): name is StaffPage => Object.hasOwn(staffPages, name);
export const isStationPage = (name: string): name is StationPage => Object.hasOwn(stationPages, name);

/** The path of a built file. The app's script has another one for each further attempt to load it (form/boot.js). */
export const assetAt = (path: string): string => path.replace(/^\/assets\/~\d{1,9}\//, "/assets/");

/** Whether the app has a page at this address. The station or the lead may still be unknown. */
export function isPage(path: string): boolean {
  const segments = path.split("/").filter(Boolean);
  const [name = ""] = segments;
  if (isStationPage(name)) return segments.length > 1 && segments.length <= stationPages[name];
  return name === "" || (isStaffPage(name) && segments.length <= staffPages[name]);
}
