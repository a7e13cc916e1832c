/**
 * Sets of statuses as SQL conditions. Partial indexes have the same text (migrate.ts): SQLite uses such an index only
 * when a query repeats its condition, or has one of the parts of an OR.
 */
export const waiting = "(status = 'accepted' OR status = 'sending' OR status = 'unknown')";
export const parked = "status = 'parked'";
export const done = "(status = 'delivered' OR status = 'confirmed')";
