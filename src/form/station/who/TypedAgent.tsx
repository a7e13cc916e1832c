import { ChevronDown } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { IssueMessage } from "../../ui/Message.tsx";
import type { Who } from "../who.ts";
import { Box, TextBox } from "../../ui/TextBox.tsx";
import { Hint } from "../../ui/Hint.tsx";

/** Takes an agent's Lofty id, for agents who are not in the list or when the list could not be loaded. */
export function TypedAgent({ open, onAnswer }: { readonly open: boolean; readonly onAnswer: (who: Who) => void }) {
  const t = useTranslations("who");
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const id = typed.trim();
    if (/^[1-9]\d{0,18}$/.test(id)) onAnswer({ agent: { id, name: t("agent", { id }) } });
    else setWrong(true);
  };
  return (
    <details className="group border-y border-line" open={open}>
      <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between font-semibold">
        {t("notListed")}
        <ChevronDown aria-hidden="true" className="transition-transform group-open:rotate-180" />
      </summary>
      <form className="grid gap-3 pb-5" noValidate onSubmit={submit}>
        <div className="field">
          <label className="label" htmlFor="who-id">
            {t("id")}
          </label>
          <Hint id="who-id-hint">{t("idHint")}</Hint>
          <Box isWrong={wrong}>
            <TextBox
              id="who-id"
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              aria-invalid={wrong || undefined}
              aria-describedby={wrong ? "who-id-hint who-id-error" : "who-id-hint"}
              onChange={({ target }) => {
                setTyped(target.value);
                setWrong(false);
              }}
            />
          </Box>
          {wrong && <IssueMessage id="who-id" text={t("idWrong")} isAnswer />}
        </div>
        <button type="submit" className="btn btn-secondary justify-self-start">
          {t("use")}
        </button>
      </form>
    </details>
  );
}
