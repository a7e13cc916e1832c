import { useFormContext, useFormState, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isAllowed } from "#lead/allowed.ts";
import { isBlank, isolatedAlways } from "#lead/characters.ts";
import { splitName } from "#lead/names.ts";
import { questionAt } from "#lead/questions.ts";
import { valueAt } from "#lead/valueAt.ts";
import { useStation } from "../station/useStation.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { WayOut } from "./WayOut.tsx";

/** A first name that holds a last name too: it may be moved to its own box while that is empty. */
export function NameOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const station = useStation();
  const { setValue } = useFormContext();
  const { touchedFields } = useFormState({ name: path });
  const lastPath = path.replace(/firstName$/, "lastName");
  const { label } = useFieldWords(lastPath);
  const typed = String(useWatch({ name: path }) ?? "");
  const lastIsBlank = useWatch({ name: lastPath, compute: (last: unknown) => isBlank(String(last ?? "")) });
  const field = questionAt(lastPath);
  const isAsked = field !== undefined && isAllowed(field, lastPath, station);
  const split = isAsked && lastIsBlank && valueAt(touchedFields, path) === true ? splitName(typed) : undefined;
  if (!split) return null;
  const move = () => {
    setValue(path, split.first);
    setValue(lastPath, split.last);
  };
  return (
    <p className="message">
      <WayOut path={path} onTake={move}>
        {t("moveLast", { name: isolatedAlways(split.last), label: label.toLowerCase() })}
      </WayOut>
    </p>
  );
}
