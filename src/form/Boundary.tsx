import { Component, Suspense, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { RequestError } from "./api.ts";
import { isKept } from "./deviceKeys.ts";
import { later } from "./later.ts";

const SignIn = later(() => import("./station/SignIn.tsx"), "SignIn");
const NotFoundPage = later(() => import("./pages/NotFoundPage.tsx"), "NotFoundPage");

interface Props {
  /** Around a step: what stands around it, and every answer, stays. */
  readonly around?: "page" | "step";
  readonly children: ReactNode;
}

/** Catches what a page could not draw: asks for the passcode where that is what is missing, else says what happened. */
export class Boundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: undefined };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const Place = this.props.around === "step" ? "section" : "main";
    return <Broken Place={Place} error={error} onAgain={() => this.setState({ error: undefined })} />;
  }
}

interface BrokenProps {
  readonly Place: "main" | "section";
  readonly error: unknown;
  readonly onAgain: () => void;
}

function Broken({ Place, error, onAgain }: BrokenProps) {
  const t = useTranslations();
  const status = error instanceof RequestError ? (error.problem?.status ?? 0) : undefined;
  // A page's form is open to everybody: who may not see it has the address of none.
  const isMissing = status === 404 || (status === 401 && window.location.pathname.startsWith("/embed/"));
  if (isMissing || status === 401 || status === 403)
    return <Suspense>{isMissing ? <NotFoundPage what="station" /> : <SignIn />}</Suspense>;
  const broke = Place === "section" ? "app.stepBroke" : isKept("draft:") ? "app.brokeKept" : "app.broke";
  const words = status === undefined ? t(broke) : t("app.offline");
  return (
    <Place className="mx-auto grid max-w-xl gap-5 px-5 py-16" role={Place === "section" ? "alert" : undefined}>
      <h1 className="text-3xl">{words}</h1>
      <button
        type="button"
        className="btn btn-primary"
        onClick={status === undefined ? onAgain : () => window.location.reload()}
      >
        {status === undefined ? t("app.goBack") : t("actions.tryAgain")}
      </button>
    </Place>
  );
}
