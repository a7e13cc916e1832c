/** The PIN of a kiosk: staff type it to leave the visitors' screens. */
export const pinPattern = /^\d{6,8}$/;
