import { useFormContext } from "react-hook-form";

/** Adds a line at the end of the note, or removes it again. Text that was typed since then stays. */
export function useNote() {
  const { getValues, setValue } = useFormContext();
  const note = () => String(getValues("content") ?? "");
  return {
    add: (line: string) => setValue("content", [note().trimEnd(), line].filter(Boolean).join("\n")),
    takeOut(line: string) {
      const lines = note().split("\n");
      const at = lines.lastIndexOf(line);
      if (at >= 0) setValue("content", lines.toSpliced(at, 1).join("\n"));
    },
  };
}
