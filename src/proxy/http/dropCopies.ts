/** Tells the browser to delete its HTTP cache: staff leave this device, and pages of theirs may be in it. */
export const dropCopies = { "clear-site-data": '"cache"' } as const;
