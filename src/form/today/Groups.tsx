import { useMutation } from "@tanstack/react-query";
import { Undo2, UserRoundPlus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { StationEvent } from "#lead/station.ts";
import { ask } from "../api.ts";
import { useFocusAfter } from "../frame/useFocusAfter.ts";
import { queryClient } from "../queryClient.ts";

interface Props {
  readonly station: string;
  readonly since: string;
  /** Where they came. */
  readonly event: StationEvent | undefined;
}

/** Groups are counted by the house; an id is the event's, where it has one. */
const named = ({ id = "counted", ...event }: StationEvent) => ({ id, ...event });

/** A party that looked around and gave no name, counted with one touch; a slip is taken back with another. */
export function Groups({ station, since, event }: Props) {
  const t = useTranslations("today");
  const [added, setAdded] = useState(0);
  const { mutate, isPending, isError } = useMutation(
    {
      mutationFn: (count: number) =>
        ask("POST", `/api/stations/${encodeURIComponent(station)}/groups?since=${since}`, {
          count,
          ...(event && { event: named(event) }),
        }),
      onSuccess: (_, count) => {
        setAdded((sum) => sum + count);
        void queryClient.invalidateQueries({ queryKey: ["today"] });
      },
    },
    queryClient,
  );
  // A second touch while the first is on its way could take back more than was counted.
  const undo = () => {
    if (!isPending) mutate(-1);
  };
  const add = useRef<HTMLButtonElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <button ref={add} type="button" className="btn btn-primary" onClick={() => mutate(1)}>
        <UserRoundPlus aria-hidden="true" />
        {t("addGroup")}
      </button>
      {added > 0 && <Undo onUndo={undo} after={() => add.current} />}
      {isError && (
        <p role="alert" className="text-over">
          {t("notCounted")}
        </p>
      )}
    </div>
  );
}

function Undo({ onUndo, after }: { readonly onUndo: () => void; readonly after: () => HTMLElement | null }) {
  const t = useTranslations("today");
  return (
    <button ref={useFocusAfter(after)} type="button" className="btn btn-quiet" onClick={onUndo}>
      <Undo2 aria-hidden="true" />
      {t("undo")}
    </button>
  );
}
