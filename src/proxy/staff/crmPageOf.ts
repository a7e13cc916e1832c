import type { Environment } from "../environment.ts";

/**
 * Where staff look in the CRM. Lofty documents no addresses of its pages; these two are what its users link to (their
 * public code agrees). The stand-in lists everything it was sent on one page.
 */
export const crmPageOf =
  ({ mode, LOFTY_BASE_URL }: Pick<Environment, "mode" | "LOFTY_BASE_URL">) =>
  (leadId: string | null): string => {
    if (mode === "sandbox") return `${LOFTY_BASE_URL}/sandbox/leads${leadId === null ? "" : `#lead-${leadId}`}`;
    return leadId === null
      ? "https://crm.lofty.com/admin/home/lead/list?type=all"
      : `https://crm.lofty.com/admin/home/detail?leadId=${leadId}`;
  };
