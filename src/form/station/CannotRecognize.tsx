import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { RecognitionAnswer } from "#lead/submission/knownPeople.ts";
import { ask } from "../browser/api.ts";
import { queryClient } from "../browser/queryClient.ts";
import { Note } from "../ui/Note.tsx";

const againMs = 60_000;

/** Shows a warning if the office's API key cannot look people up. Shows nothing if it can, or if this is not known. */
export function CannotRecognize() {
  const t = useTranslations("pages");
  const { data } = useQuery(
    {
      queryKey: ["recognition"],
      queryFn: () => ask<RecognitionAnswer>("GET", "/api/recognition"),
      refetchInterval: againMs,
    },
    queryClient,
  );
  return data?.works === false ? (
    <Note role="status" look="warn">
      {t("cannotRecognize")}
    </Note>
  ) : null;
}
