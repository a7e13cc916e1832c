import { Suspense, type ReactNode } from "react";
import { refusalOf } from "../browser/api.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { SandboxRow } from "../station/SandboxMark.tsx";
import { onDemand } from "../ui/onDemand.tsx";
import { Broken } from "../ui/Broken.tsx";
import { StaffWords } from "../words/Words.tsx";

const SignIn = onDemand(() => import("../station/SignIn.tsx"), "SignIn");
const NotFoundPage = onDemand(() => import("./NotFoundPage.tsx"), "NotFoundPage");

/** The error boundary of a page. It asks for the passcode if that is missing, otherwise it shows the error. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary fallback={(error, again) => <Instead error={error} onAgain={again} />}>{children}</Boundary>;
}

function Instead({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const status = refusalOf(error)?.status;
  // Everybody may open an embedded form. A 401 there means that no such form exists.
  const isMissing = status === 404 || (status === 401 && window.location.pathname.startsWith("/embed/"));
  if (!isMissing && status !== 401 && status !== 403) return <Broken part="page" error={error} onAgain={onAgain} />;
  if (isMissing)
    return (
      <Suspense>
        <NotFoundPage what="station" />
      </Suspense>
    );
  return (
    <StaffWords>
      <SandboxRow readers="staff" />
      <SignIn />
    </StaffWords>
  );
}
