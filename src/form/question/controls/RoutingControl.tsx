import { useTranslations } from "use-intl";
import { useVocabulary } from "../../station/useVocabulary.ts";
import { idOf, type LeafProps } from "../answers/control.ts";
import { Select } from "../../ui/Select.tsx";
import { Box } from "../../ui/TextBox.tsx";

/** Lofty's id for the company's rules (LOFTY.md 3.2). */
const companyRules = "-1";

/** The routing rules that choose the agent: Lofty's default, the company's, or an office's. */
export function RoutingControl({ path, describedBy, answer }: LeafProps<string>) {
  const t = useTranslations("routing");
  const { vocabulary } = useVocabulary();
  const { value, wrong, change, leave } = answer;
  const known = value === undefined || value === companyRules || vocabulary.offices.some(({ id }) => id === value);
  return (
    <Box isWrong={wrong}>
      <Select
        id={idOf(path)}
        aria-describedby={describedBy}
        value={value ?? ""}
        onChange={({ target }) => change(target.value || undefined)}
        onBlur={leave}
      >
        <option value="">{t("default")}</option>
        <option value={companyRules}>{t("company")}</option>
        {vocabulary.offices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {!known && <option value={value}>{value}</option>}
      </Select>
    </Box>
  );
}
