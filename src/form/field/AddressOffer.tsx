import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { valueAt } from "#lead/valueAt.ts";
import { useStation } from "../station/useStation.ts";
import { InShort } from "./InShort.tsx";
import { WayOut } from "./WayOut.tsx";

const inBrackets = /^([^<>]*)<\s*([^\s@<>]+@[^\s@<>]+)\s*>\s*$/;

/** `Ada Sample <ada@example.com>`, as mail programs copy it: its address, with the name kept if nobody wrote it yet. */
export function AddressOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const visited = isVisited(useStation());
  const typed = (useWatch({ name: path }) as string | undefined) ?? "";
  const email = inBrackets.exec(typed)?.[2];
  const isWritten = useWatch({ compute: (draft: object) => isNameWritten(draft, path) });
  // Visitors have no note that a name could go to: theirs is asked for.
  if (email !== undefined && (visited || isWritten))
    return (
      <WayOut path={path} onTake={() => setValue(path, email)}>
        {t("useEmail", { email })}
      </WayOut>
    );
  return visited ? null : (
    <InShort path={path} answer={typed} short={email} offer={t("useEmailWithNote", { email: email ?? "" })} />
  );
}

function isNameWritten(draft: object, path: string): boolean {
  const [, name = ""] = inBrackets.exec(String(valueAt(draft, path))) ?? [];
  const written = ["firstName", "lastName"].flatMap((part) => wordsIn(String(valueAt(draft, part) ?? "")));
  return wordsIn(name).every((word) => written.includes(word));
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
