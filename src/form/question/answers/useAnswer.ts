import { useFormContext } from "react-hook-form";
import { isAnswered } from "#lead/tidy.ts";
import { useAnswerAt, useLive, type Live } from "./live.ts";
import { useIssue } from "./useIssue.ts";

export interface Answer<T> {
  readonly value: T | undefined;
  /** Set for typed answers, which change without a render. */
  readonly live?: Live;
  readonly wrong: boolean;
  /** Sets a typed or picked value. An existing error is validated again at every change (lead/draft/watchErrors.ts). */
  change(value: T | undefined): void;
  /**
   * Call when the field loses the focus. Validates the answer unless it is empty: required answers are validated when
   * the person leaves the step.
   */
  leave(): void;
}

/** The answer at a path of the draft. */
export function useAnswer<T = string>(path: string): Answer<T> {
  return { value: useAnswerAt(path) as T | undefined, ...useChange<T>(path) };
}

/** The same for a control whose box keeps its own text (useBox.ts): a key renders nothing. */
export function useTypedAnswer(path: string): Answer<string> {
  const live = useLive(path);
  return { value: live.now(), live, ...useChange<string>(path) };
}

function useChange<T>(path: string): Pick<Answer<T>, "wrong" | "change" | "leave"> {
  const { getValues, register, trigger } = useFormContext();
  const { onChange, onBlur } = register(path);
  return {
    wrong: useIssue(path) !== undefined,
    change: (value) => void onChange({ type: "change", target: { name: path, value } }),
    leave() {
      const value: unknown = getValues(path);
      void onBlur({ type: "blur", target: { name: path, value } });
      if (isAnswered(value)) void trigger(path);
    },
  };
}
