import { useTranslations } from "use-intl";
import { PasscodeForm } from "./PasscodeForm.tsx";

/** A page that only staff may see asks for the passcode first. */
export function SignIn() {
  const t = useTranslations("pages");
  return (
    <main className="mx-auto grid max-w-md gap-5 px-5 py-16" data-density="touch">
      <h1 className="text-3xl">{t("signIn")}</h1>
      <PasscodeForm onSignedIn={() => window.location.reload()} />
    </main>
  );
}
