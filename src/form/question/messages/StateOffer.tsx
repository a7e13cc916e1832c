import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Message } from "../../ui/Message.tsx";

interface Place {
  readonly city?: string;
  readonly stateCode?: string;
  readonly zipCode?: string;
}

/**
 * A hint at a city without a state, because many cities have the same name. The state is not required: Lofty accepts
 * the city alone.
 */
export function StateOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const row = path.replace(/\.\w+$/, "");
  const isMissing = useWatch({
    name: row,
    compute: (said: Place | undefined) => Boolean(said?.city) && !said?.stateCode && !said?.zipCode,
  });
  return isMissing ? <Message>{t("addState")}</Message> : null;
}
