import { useMutation } from "@tanstack/react-query";
import { Undo2, UserRoundPlus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { StationEvent } from "#lead/station/station.ts";
import { ask, isUnreachable } from "../../browser/api.ts";
import { newId } from "../../browser/newId.ts";
import { useFocusAfter } from "../../browser/useFocusAfter.ts";
import { queryClient } from "../../browser/queryClient.ts";

interface Props {
  readonly station: string;
  readonly since: string;
  /** The house that the group came to. */
  readonly event: StationEvent | undefined;
}

interface Press {
  /** The proxy counts it once, however often it is sent. */
  readonly id: string;
  readonly count: 1 | -1;
}

const againMs = 3_000;

/** Groups are counted by house. An event without an id gets a fixed one. */
const named = ({ id = "counted", ...event }: StationEvent) => ({ id, ...event });

/**
 * Counts a group that looked around without giving a name. Undo subtracts it again. Without an answer a press is sent
 * again until there is one, also when the page shows another house.
 */
export function Groups({ station, since, event }: Props) {
  const t = useTranslations("today");
  /** What Undo may still subtract. A ref: a second click must not subtract more, even before the first is rendered. */
  const left = useRef(0);
  const [canUndo, setCanUndo] = useState(false);
  const add = (count: number) => {
    left.current += count;
    setCanUndo(left.current > 0);
  };
  const { mutate, isPending, isError, failureCount } = useMutation(
    {
      retry: (_, error) => isUnreachable(error),
      retryDelay: againMs,
      mutationFn: ({ id, count }: Press) =>
        ask("POST", `/api/stations/${encodeURIComponent(station)}/groups?since=${since}`, {
          id,
          count,
          ...(event && { event: named(event) }),
        }),
      onSuccess: (_, { count }) => {
        if (count === 1) add(1);
      },
      onError: (_, { count }) => {
        if (count === -1) add(1);
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: ["today"] }),
    },
    queryClient,
  );
  const press = (count: Press["count"]) => mutate({ id: newId(), count });
  const undo = () => {
    if (left.current === 0) return;
    add(-1);
    press(-1);
  };
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <button ref={button} type="button" className="btn btn-primary" onClick={() => press(1)}>
        <UserRoundPlus aria-hidden="true" />
        {t("addGroup")}
      </button>
      {canUndo && <Undo onUndo={undo} after={() => button.current} />}
      {(isError || (isPending && failureCount > 0)) && (
        <p role="alert" className="text-over">
          {t(isError ? "notCounted" : "notCountedYet")}
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
