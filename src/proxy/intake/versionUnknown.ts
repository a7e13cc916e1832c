/** Why a lead is parked whose station's version nobody knows any more. Staff judge it by correcting it. */
export const versionUnknown = "station-version-unknown";
