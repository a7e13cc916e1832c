import { useState } from "react";
import { useTranslations } from "use-intl";
import { useFocusAfter } from "../browser/useFocusAfter.ts";
import { SignInDialog } from "./SignInDialog.tsx";
import { StaffWords } from "../words/Words.tsx";

interface Props {
  /** Something waits until staff sign in. */
  readonly isNeeded: boolean;
  readonly look: "btn-primary" | "btn-secondary";
  /** Returns the element that gets the focus when the button disappears after sign-in. */
  readonly after: () => HTMLElement | null;
}

/** Opens the sign-in dialog, where something waits until staff sign in. An open dialog stays until it is closed. */
export function SignInButton({ isNeeded, look, after }: Props) {
  const t = useTranslations("actions");
  const [asks, setAsks] = useState(false);
  if (!isNeeded && !asks) return null;
  return (
    <Place after={after}>
      <button type="button" className={`btn ${look}`} onClick={() => setAsks(true)}>
        {t("signIn")}
      </button>
      {asks && (
        <StaffWords>
          <SignInDialog onClose={() => setAsks(false)} />
        </StaffWords>
      )}
    </Place>
  );
}

function Place({ after, children }: Pick<Props, "after"> & { readonly children: React.ReactNode }) {
  return (
    <div ref={useFocusAfter<HTMLDivElement>(after)} className="contents">
      {children}
    </div>
  );
}
