import { useTranslations } from "use-intl";
import { Message } from "../field/Message.tsx";

interface Props {
  readonly name: "name" | "temperatures" | "idleSeconds" | "brandName" | "brandColour";
  readonly value: string;
  readonly lines?: boolean;
  readonly wrong: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One typed setting of a station. */
export function SetupLine({ name, value, lines = false, wrong, onChange }: Props) {
  const t = useTranslations("setup");
  const id = `setup-${name}`;
  const Box = lines ? "textarea" : "input";
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t(`${name}.label`)}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t(`${name}.hint`)}
      </p>
      <div className={`control ${wrong ? "wrong" : ""}`}>
        <Box
          id={id}
          dir="auto"
          autoComplete="off"
          value={value}
          aria-invalid={wrong !== undefined || undefined}
          aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {wrong && <Message id={id} text={wrong} />}
    </div>
  );
}
