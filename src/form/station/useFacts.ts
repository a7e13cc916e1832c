import { useFormatter, useTranslations } from "use-intl";
import { listingAt } from "#lead/station/listing.ts";
import { useStation } from "./useStation.ts";

/** The facts of the listing in the visitor's language: `rooms` ("4 beds", "3 baths"), and `more`: its size and price. */
export function useFacts(): { readonly rooms: readonly string[]; readonly more: readonly string[] } {
  const t = useTranslations("kiosk");
  const format = useFormatter();
  const { beds, baths, squareFeet, price } = listingAt(useStation()) ?? {};
  const dollars = { style: "currency", currency: "USD", maximumFractionDigits: 0 } as const;
  return {
    rooms: [
      ...(beds === undefined ? [] : [t("beds", { count: beds })]),
      ...(baths === undefined ? [] : [t("baths", { count: baths })]),
    ],
    more: [
      ...(squareFeet === undefined ? [] : [t("squareFeet", { count: squareFeet })]),
      ...(price === undefined ? [] : [format.number(price, dollars)]),
    ],
  };
}
