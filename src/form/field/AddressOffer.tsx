import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { mendedEmail } from "#lead/email.ts";
import { inForm } from "#lead/normalise.ts";
import { valueAt } from "#lead/valueAt.ts";
import { useStation } from "../station/useStation.ts";
import { InShort } from "./InShort.tsx";
import { WayOut } from "./WayOut.tsx";
import { isolatedAlways } from "#lead/characters.ts";

/**
 * The address that is likely meant by what is none (email.ts): `mailto:ada@example.com`, or `Ada Sample <ada@example.com>`
 * as mail programs copy it, with the name kept if nobody wrote it yet.
 */
export function AddressOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const visited = isVisited(useStation());
  const typed = (useWatch({ name: path }) as string | undefined) ?? "";
  const email = mendedEmail(typed);
  const isWritten = useWatch({ compute: (draft: object) => isNameWritten(draft, path) });
  // Visitors have no note that a name could go to: theirs is asked for.
  if (email !== undefined && (visited || isWritten))
    return (
      <WayOut path={path} onTake={() => setValue(path, email)}>
        {t("useEmail", { email: isolatedAlways(email) })}
      </WayOut>
    );
  return visited ? null : (
    <InShort
      path={path}
      answer={typed}
      short={email}
      offer={t("useEmailWithNote", { email: isolatedAlways(email ?? "") })}
    />
  );
}

function isNameWritten(draft: object, path: string): boolean {
  const typed = String(valueAt(draft, path) ?? "");
  const written = ["firstName", "lastName"].flatMap((part) => wordsIn(String(valueAt(draft, part) ?? "")));
  const known = new Set([...written, ...wordsIn(mendedEmail(typed) ?? ""), ...labels]);
  return wordsIn(inForm(typed, "NFKC")).every((word) => known.has(word));
}

/** What stands beside an address and says nothing of the person. */
const labels = ["mailto", "email", "mail", "at", "dot"];

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
