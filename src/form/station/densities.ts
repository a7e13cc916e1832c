/** The size of controls and spaces, by profile (styles/ reads it from the page). */
export const densities = { agent: "touch", desk: "desk", kiosk: "kiosk", embed: "touch" } as const;
