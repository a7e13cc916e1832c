import type { Change, Entry } from "../store/outbox.ts";
import { unreadable } from "../store/driver/unreadable.ts";

/** What becomes of a lead that cannot be read: it can be neither sent, looked for nor compared. */
export const afterUnreadable = ({ status, reason }: Entry): Change =>
  status === "delivered" ? { status, reason, dueAt: null } : { status: "parked", reason: unreadable, dueAt: null };
