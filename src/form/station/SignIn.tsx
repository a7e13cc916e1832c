import { useTranslations } from "use-intl";
import { Link } from "../Link.tsx";
import { useRoute } from "../route.ts";
import { PasscodeForm } from "./PasscodeForm.tsx";

/** A page that only staff may see asks for the passcode first; a kiosk's opens a session for its visitors alone. */
export function SignIn() {
  const t = useTranslations("pages");
  const [page, id] = useRoute();
  return (
    <main className="mx-auto grid max-w-md gap-5 px-5 py-16" data-density="touch">
      <h1 className="text-3xl">{t("signIn")}</h1>
      <PasscodeForm kiosk={page === "kiosk" ? id : undefined} onSignedIn={() => window.location.reload()} />
      {page !== undefined && (
        <Link to="/" className="btn btn-quiet">
          {t("toStations")}
        </Link>
      )}
    </main>
  );
}
