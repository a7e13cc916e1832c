import { Monitor, Smartphone, Tablet } from "lucide-react";

export const deviceIcons = { phone: Smartphone, tablet: Tablet, computer: Monitor } as const;
