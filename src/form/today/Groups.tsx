import { useMutation } from "@tanstack/react-query";
import { Undo2, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../api.ts";
import { queryClient } from "../queryClient.ts";

interface Props {
  readonly station: string;
  readonly since: string;
}

/** A party that looked around and gave no name, counted with one touch; a slip is taken back with another. */
export function Groups({ station, since }: Props) {
  const t = useTranslations("today");
  const [added, setAdded] = useState(0);
  const { mutate, isPending, isError } = useMutation(
    {
      mutationFn: (count: number) =>
        ask("POST", `/api/stations/${encodeURIComponent(station)}/groups?since=${since}`, { count }),
      onSuccess: (_, count) => {
        setAdded((sum) => sum + count);
        void queryClient.invalidateQueries({ queryKey: ["today"] });
      },
    },
    queryClient,
  );
  return (
    <div className="flex flex-wrap items-center gap-3">
      <button type="button" className="btn btn-primary" disabled={isPending} onClick={() => mutate(1)}>
        <UserRoundPlus aria-hidden="true" />
        {t("addGroup")}
      </button>
      {added > 0 && (
        <button type="button" className="btn btn-quiet" disabled={isPending} onClick={() => mutate(-1)}>
          <Undo2 aria-hidden="true" />
          {t("undo")}
        </button>
      )}
      {isError && (
        <p role="alert" className="text-over">
          {t("notCounted")}
        </p>
      )}
    </div>
  );
}
