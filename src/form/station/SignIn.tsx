import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Link } from "../ui/Link.tsx";
import { useRoute } from "../browser/route.ts";
import { useSessionRenewed } from "../browser/session.ts";
import { deviceKind } from "../browser/deviceKind.ts";
import { PasscodeForm } from "./PasscodeForm.tsx";
import { noteRevoked, useRevoked } from "./revoked.ts";
import { Note } from "../ui/Note.tsx";

/** The sign-in page, shown instead of a page that only staff may see. A kiosk's page then asks to hand it over. */
export function SignIn() {
  const t = useTranslations("pages");
  const [page] = useRoute();
  const revoked = useRevoked();
  const renewed = useSessionRenewed();
  useEffect(() => {
    // Somebody signed in in another tab, perhaps before this page was rendered.
    if (renewed) window.location.reload();
  }, [renewed]);
  const signedIn = () => {
    noteRevoked(false);
    window.location.reload();
  };
  return (
    <main className="mx-auto grid max-w-md gap-5 px-5 py-16" data-density="touch">
      <h1 className="text-3xl">{t("signIn")}</h1>
      {revoked && <Note look="warn">{t("revoked", { device: deviceKind() })}</Note>}
      <PasscodeForm onSignedIn={signedIn} />
      {page !== undefined && (
        <Link to="/" className="btn btn-quiet">
          {t("toStations")}
        </Link>
      )}
    </main>
  );
}
