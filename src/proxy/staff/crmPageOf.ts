import type { Environment } from "../platform/environment.ts";

/** The page of the sandbox's leads, at the proxy (routes/sandboxRoutes.ts) and at the sandbox. */
export const storedPath = "/sandbox/leads";

/**
 * Returns the address of a lead in the CRM, or of its lead list. Lofty does not document these addresses; its users
 * link to them, and their public code agrees. The sandbox lists all leads on one page, which the proxy shows to staff:
 * their devices cannot reach the sandbox.
 */
export const crmPageOf =
  ({ mode }: Pick<Environment, "mode">) =>
  (leadId: string | null): string => {
    if (mode === "sandbox") return `${storedPath}${leadId === null ? "" : `#lead-${leadId}`}`;
    return leadId === null
      ? "https://crm.lofty.com/admin/home/lead/list?type=all"
      : `https://crm.lofty.com/admin/home/detail?leadId=${leadId}`;
  };
