import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { mendedEmail } from "#lead/email.ts";
import { inForm } from "#lead/normalise.ts";
import { useStation } from "../../station/useStation.ts";
import { ShortenOffer } from "./ShortenOffer.tsx";
import { useRead } from "../answers/live.ts";
import { FixButton } from "./FixButton.tsx";
import { isolatedAlways } from "#lead/characters.ts";

/**
 * Offers the email address that an invalid text probably contains (email.ts): `mailto:ada@example.com`, or `Ada Sample
 * <ada@example.com>` as mail programs copy it. The name goes into the note if nobody has typed it yet.
 */
export function AddressOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const visited = isVisited(useStation());
  const email = useRead(path, mendedEmail);
  const isWritten = useWatch({ name: [path, "firstName", "lastName"], compute: isNameWritten });
  // Visitors have no note for the name; their form asks for the name anyway.
  if (email !== undefined && (visited || isWritten))
    return (
      <FixButton path={path} onTake={() => setValue(path, email)}>
        {t("useEmail", { email: isolatedAlways(email) })}
      </FixButton>
    );
  return visited ? null : (
    <ShortenOffer path={path} short={email} offer={t("useEmailWithNote", { email: isolatedAlways(email ?? "") })} />
  );
}

function isNameWritten([answer, ...names]: readonly unknown[]): boolean {
  const typed = String(answer ?? "");
  const email = mendedEmail(typed);
  if (email === undefined) return false;
  const written = names.flatMap((name) => wordsIn(String(name ?? "")));
  const known = new Set([...written, ...wordsIn(email), ...labels]);
  return wordsIn(inForm(typed, "NFKC")).every((word) => known.has(word));
}

/** Words beside an address that are not part of a name. */
const labels = ["mailto", "email", "mail", "at", "dot"];

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
