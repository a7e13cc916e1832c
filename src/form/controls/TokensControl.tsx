import { X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { measure } from "#lead/measure.ts";
import { tidy } from "#lead/tidy.ts";
import { idOf, type LeafProps } from "./control.ts";

/** Short words of a set, such as tags. Enter or a comma commits; leaving the box commits too, so that nothing typed is lost. */
export function TokensControl({ field, path, words, describedBy, answer }: LeafProps<readonly string[]>) {
  const t = useTranslations();
  const { value = [], change, leave, ref } = answer;
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const limit = field.limit ?? Infinity;
  const commit = (text = typed) => {
    const fresh = ((tidy({ fresh: text.split(",") }) as { fresh?: string[] }).fresh ?? []).filter(
      (token) => !value.includes(token),
    );
    if (fresh.length > 0) change([...value, ...fresh]);
    setTyped("");
  };
  const remove = (token: string) => {
    change(value.filter((other) => other !== token));
    input.current?.focus();
  };
  const over = typed === "" ? 0 : -measure(typed, limit).left;
  return (
    <>
      <div className="control tokens">
        {value.map((token) => (
          <Token key={token} token={token} limit={limit} onRemove={() => remove(token)} />
        ))}
        <input
          id={idOf(path)}
          ref={(element) => {
            input.current = element;
            ref(element);
          }}
          type="text"
          autoComplete="off"
          aria-describedby={describedBy}
          value={typed}
          onChange={(event) =>
            event.target.value.endsWith(",") ? commit(event.target.value) : setTyped(event.target.value)
          }
          onKeyDown={(event) => {
            const last = value.at(-1);
            if (event.key === "Enter" && typed.trim() !== "" && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              commit();
            } else if (event.key === "Backspace" && typed === "" && last !== undefined) remove(last);
          }}
          onBlur={() => {
            commit();
            leave();
          }}
        />
      </div>
      {field.limit !== undefined && (
        <p className={`message ${over > 0 ? "message-over" : "sr-only"}`}>
          {over > 0 ? t("count.over", { count: over }) : t("count.limit", { limit: field.limit })}
        </p>
      )}
      {value.length > 0 && <span className="sr-only" role="status">{`${words.label}: ${value.join(", ")}`}</span>}
    </>
  );
}

function Token({
  token,
  limit,
  onRemove,
}: {
  readonly token: string;
  readonly limit: number;
  readonly onRemove: () => void;
}) {
  const t = useTranslations();
  const { left } = measure(token, limit);
  return (
    <span className={`token ${left < 0 ? "over" : ""}`}>
      <span className="min-w-0 wrap-anywhere">{token}</span>
      {left < 0 && <b className="ms-1 whitespace-nowrap">{t("count.over", { count: -left })}</b>}
      <button type="button" aria-label={t("actions.remove", { name: token })} onClick={onRemove}>
        <X aria-hidden="true" />
      </button>
    </span>
  );
}
