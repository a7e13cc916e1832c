/** A kiosk waits at least this long. A shorter time would clear the form of a visitor who looks up a number. */
export const fewestIdleSeconds = 30;
