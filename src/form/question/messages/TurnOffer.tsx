import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { withoutTurns } from "#lead/names.ts";
import { useRead } from "../answers/live.ts";
import { FixButton } from "./FixButton.tsx";
import { Message } from "../../ui/Message.tsx";

/** Offers to remove invisible characters that change the direction of a text. Otherwise they stay as typed. */
export function TurnOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { getValues, setValue } = useFormContext();
  const turns = useRead(path, (typed) => withoutTurns(typed) !== typed);
  if (!turns) return null;
  return (
    <Message hasButton>
      <FixButton path={path} onTake={() => setValue(path, withoutTurns(String(getValues(path) ?? "")))}>
        {t("withoutTurns")}
      </FixButton>
    </Message>
  );
}
