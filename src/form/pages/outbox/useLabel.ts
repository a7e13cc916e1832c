import { useTranslations } from "use-intl";
import { keyOf, questionAt } from "#lead/questions.ts";

/** Returns a function that names the answer at a path: the label of its question, or the path. */
export function useLabel(): (path: string) => string {
  // The keys are made from data. words.ts makes the compiler check that every asked field has a label.
  const fields = useTranslations("fields") as unknown as ((key: string) => string) & { has(key: string): boolean };
  return (path) => {
    const key = `${keyOf(path)}.label`;
    return questionAt(path) && fields.has(key) ? fields(key) : path;
  };
}
