import { useTranslations } from "use-intl";
import { Message } from "../field/Message.tsx";

interface Props {
  readonly name: "address" | "date" | "hours" | "host";
  readonly type?: "text" | "date";
  readonly value: string;
  readonly limit?: number;
  readonly wrong?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One answer about the event. */
export function EventLine({ name, type = "text", value, limit, wrong, onChange }: Props) {
  const t = useTranslations();
  const id = `event-${name}`;
  const over = limit === undefined ? 0 : value.trim().length - limit;
  const problem = wrong ?? (over > 0 ? t("count.over", { count: over }) : undefined);
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t(`event.${name}`)}
      </label>
      <div className={`control ${problem ? "wrong" : ""}`}>
        <input
          id={id}
          type={type}
          dir="auto"
          autoComplete="off"
          value={value}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem && `${id}-error`}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {problem && <Message id={id} text={problem} />}
    </div>
  );
}
