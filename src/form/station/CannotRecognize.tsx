import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { RecognitionAnswer } from "#lead/staffAnswers.ts";
import { ask } from "../api.ts";
import { queryClient } from "../queryClient.ts";

const againMs = 60_000;

/** Says that the office's key cannot look people up; nothing while it can, or while nobody knows. */
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
    <p role="status" className="note note-warn">
      {t("cannotRecognize")}
    </p>
  ) : null;
}
