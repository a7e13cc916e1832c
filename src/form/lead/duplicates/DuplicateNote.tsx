import { useQuery } from "@tanstack/react-query";
import { Ban, UsersRound } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useFormContext, type FieldValues, type UseFormGetValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { DuplicatesAnswer, KnownOptOut } from "#lead/submission/duplicates.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { useFocusAfter } from "../../browser/useFocusAfter.ts";
import { Typed } from "../../ui/Typed.tsx";
import { reaches } from "./reaches.ts";
import { MatchLine } from "./MatchLine.tsx";
import { useOptOutWords } from "./useOptOutWords.ts";
import { Note } from "../../ui/Note.tsx";

const quietMs = 600;

/**
 * On a phone the notes stand above the bar, wherever the page stands: Save is there, and they are to be seen before. Not
 * where they would hide half of the form: on the narrowest and the lowest screens, and with large text.
 */
const inSight = "@min-[22rem]/touch:[@media(height>480px)]:sticky";

/**
 * A note below the step if the person may already be known. It never blocks. Staff can close it with "Someone else".
 */
export function DuplicateNote({ without }: { readonly without: string | undefined }) {
  const t = useTranslations("duplicates");
  const asked = useReaches();
  const notes = useRef<HTMLDivElement>(null);
  const [others, setOthers] = useState<readonly string[]>([]);
  const { data } = useQuery(
    {
      queryKey: ["duplicates", asked],
      queryFn: () => ask<DuplicatesAnswer>("POST", "/api/duplicates", JSON.parse(asked)),
      enabled: asked !== nobody,
      // Data about one person must not stay in memory for the next.
      gcTime: 0,
    },
    queryClient,
  );
  const matches = (data?.matches ?? []).filter(({ id }) => id !== without && !others.includes(id));
  return (
    <div ref={notes} tabIndex={-1} role="status" className={`met bottom-21 z-4 ${inSight}`}>
      {data?.optOuts?.map((known) => (
        <OptOutLine key={known.value} known={known} />
      ))}
      {matches.length > 0 && (
        <Note as="div" look="warn" className="mt-4 flex-wrap items-center in-[.touch]:[box-shadow:var(--shadow-bar)]">
          <UsersRound aria-hidden="true" className="self-start" />
          <div className="flex-[1_1_8rem] wrap-break-word">
            <p className="font-semibold">{t("title")}</p>
            {matches.slice(0, 3).map((match) => (
              <MatchLine key={match.id} match={match} />
            ))}
          </div>
          <SomeoneElse
            after={() => notes.current}
            onPress={() => setOthers([...others, ...matches.map(({ id }) => id)])}
          />
        </Note>
      )}
    </div>
  );
}

interface SomeoneElseProps {
  /** Returns the element that gets the focus when the button goes. */
  readonly after: () => HTMLElement | null;
  readonly onPress: () => void;
}

function SomeoneElse({ after, onPress }: SomeoneElseProps) {
  const t = useTranslations("duplicates");
  const button = useFocusAfter<HTMLButtonElement>(after);
  return (
    <button ref={button} type="button" className="btn btn-secondary px-[.9rem] text-[.9375rem]" onClick={onPress}>
      {t("different")}
    </button>
  );
}

/** The person asked not to be contacted in some ways. What is ticked now does not change that. */
function OptOutLine({ known }: { readonly known: KnownOptOut }) {
  const say = useOptOutWords();
  return (
    <Note look="over" className="mt-4 flex-wrap in-[.touch]:[box-shadow:var(--shadow-bar)]">
      <Ban aria-hidden="true" />
      <span className="wrap-break-word">
        <Typed text={say(known)} />
      </span>
    </Note>
  );
}

const nobody = JSON.stringify(reaches([], []));

/**
 * The emails and phones of the lead as JSON, updated after a pause in typing. A string, so that equal data is the same
 * query. A key renders nothing here.
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
