import { useFormContext, useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isAllowed } from "#lead/station/allowed.ts";
import { isBlank, isolatedAlways } from "#lead/characters.ts";
import { splitName } from "#lead/names.ts";
import { questionAt } from "#lead/questions.ts";
import { valueAt } from "#lead/valueAt.ts";
import { useStation } from "../../station/useStation.ts";
import { useFieldWords } from "../answers/useFieldWords.ts";
import { useRead } from "../answers/live.ts";
import { FixButton } from "./FixButton.tsx";
import { useInSentence } from "../../words/useInSentence.ts";
import { Message } from "../../ui/Message.tsx";

/** If a first name also contains a last name, offers to move that to its own box while the box is empty. */
export function NameOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const inSentence = useInSentence();
  const station = useStation();
  const { setValue } = useFormContext();
  const { touchedFields } = useFormState({ name: path });
  const lastPath = path.replace(/firstName$/, "lastName");
  const { label } = useFieldWords(lastPath);
  const whole = useRead(path, (typed) => (splitName(typed) ? typed : ""));
  const lastIsBlank = useRead(lastPath, isBlank);
  const field = questionAt(lastPath);
  const isAsked = field !== undefined && isAllowed(field, lastPath, station);
  const split = isAsked && lastIsBlank && valueAt(touchedFields, path) === true ? splitName(whole) : undefined;
  if (!split) return null;
  const move = () => {
    setValue(path, split.first);
    setValue(lastPath, split.last);
  };
  return (
    <Message hasButton>
      <FixButton path={path} onTake={move}>
        {t("moveLast", { name: isolatedAlways(split.last), label: inSentence(label) })}
      </FixButton>
    </Message>
  );
}
