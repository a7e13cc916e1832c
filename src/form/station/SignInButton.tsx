import { useState } from "react";
import { useTranslations } from "use-intl";
import { useFocusAfter } from "../frame/useFocusAfter.ts";
import { SignInDialog } from "./SignInDialog.tsx";

interface Props {
  readonly look: "btn-primary" | "btn-secondary";
  /** What takes the focus once nobody needs to sign in any more. */
  readonly after: () => HTMLElement | null;
}

/** Where something waits for staff to sign in. */
export function SignInButton({ look, after }: Props) {
  const t = useTranslations("actions");
  const [asks, setAsks] = useState(false);
  const place = useFocusAfter<HTMLDivElement>(after);
  return (
    <div ref={place} className="contents">
      <button type="button" className={`btn ${look}`} onClick={() => setAsks(true)}>
        {t("signIn")}
      </button>
      {asks && <SignInDialog onClose={() => setAsks(false)} />}
    </div>
  );
}
