import { useQuery } from "@tanstack/react-query";
import { UsersRound } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormContext, type FieldValues, type UseFormGetValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { Match } from "#lead/staffAnswers.ts";
import { ask } from "../api.ts";
import { queryClient } from "../queryClient.ts";
import { reaches } from "./reaches.ts";
import { MatchLine } from "./MatchLine.tsx";

const quietMs = 600;

/** Says, under the step, that somebody was here before. It never blocks, and goes when staff say it is another person. */
export function DuplicateNote({ without }: { readonly without: string | undefined }) {
  const t = useTranslations("duplicates");
  const asked = useReaches();
  const [others, setOthers] = useState<readonly string[]>([]);
  const { data } = useQuery(
    {
      queryKey: ["duplicates", asked],
      queryFn: () => ask<{ matches: readonly Match[] }>("POST", "/api/duplicates", JSON.parse(asked)),
      enabled: asked !== nobody,
      // What was answered about one person is not kept for the next.
      gcTime: 0,
    },
    queryClient,
  );
  const matches = (data?.matches ?? []).filter(({ id }) => id !== without && !others.includes(id));
  return (
    <div role="status" className="met">
      {matches.length > 0 && (
        <div className="note note-warn mt-4 items-center">
          <UsersRound aria-hidden="true" className="self-start" />
          <div className="wrap-break-word">
            <p className="font-semibold">{t("title")}</p>
            {matches.slice(0, 3).map((match) => (
              <MatchLine key={match.id} match={match} />
            ))}
          </div>
          <button
            type="button"
            className="btn btn-secondary"
            onClick={() => setOthers([...others, ...matches.map(({ id }) => id)])}
          >
            {t("different")}
          </button>
        </div>
      )}
    </div>
  );
}

const nobody = JSON.stringify(reaches([], []));

/**
 * How the person in hand is reached, once typing has paused, as text: the same text is the same question. A key renders
 * nothing here.
 */
function useReaches(): string {
  const { subscribe, getValues } = useFormContext();
  const [paused, setPaused] = useState(() => reachesOf(getValues));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = subscribe({
      name: ["emails", "phones"],
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(() => setPaused(reachesOf(getValues)), quietMs);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [subscribe, getValues]);
  return paused;
}

const reachesOf = (getValues: UseFormGetValues<FieldValues>) =>
  JSON.stringify(reaches(getValues("emails"), getValues("phones")));
