import { useTranslations } from "use-intl";
import type { Line } from "./lines.ts";

/** Returns a function that names a line: by its number in its file, which stays, or by its place in the grid. */
export function useLineName(): (line: Line, index: number) => string {
  const t = useTranslations("paper");
  return ({ fileNumber }, index) =>
    fileNumber === undefined ? t("line", { number: index + 1 }) : t("fileLine", { number: fileNumber });
}
