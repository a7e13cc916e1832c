import { useCombobox } from "downshift";
import { useState, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { measure } from "#lead/measure.ts";
import { tidy } from "#lead/tidy.ts";
import { useVocabulary } from "../vocabulary/useVocabulary.ts";
import { idOf, type LeafProps } from "./control.ts";
import { Temperatures } from "./Temperatures.tsx";
import { Token } from "./Token.tsx";

const mostShown = 8;

/**
 * Short words of a set, such as tags. Enter or a comma commits, leaving the box commits too, so that nothing typed is
 * lost; Backspace in an empty box takes the last one back; a token that is too long stays, and says by how much.
 */
export function TokensControl({ field, path, words, describedBy, answer }: LeafProps<readonly string[]>) {
  const t = useTranslations();
  const { value = [], change, leave, ref } = answer;
  const { vocabulary } = useVocabulary();
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const limit = field.limit ?? Infinity;
  const tags = path === "segments" ? [] : vocabulary.tags;
  const wanted = typed.trim().toLowerCase();
  const found =
    wanted === ""
      ? []
      : tags.filter((tag) => !value.includes(tag) && tag.toLowerCase().includes(wanted)).slice(0, mostShown);
  const add = (text: string) => {
    const { fresh = [] } = tidy({ fresh: text.split(",") }) as { fresh?: string[] };
    const missing = fresh.filter((token, index) => !value.includes(token) && fresh.indexOf(token) === index);
    if (missing.length > 0) change([...value, ...missing]);
    setTyped("");
  };
  const remove = (token: string) => {
    change(value.filter((other) => other !== token));
    setSaid(t("field.removed", { text: token }));
    document.getElementById(idOf(path))?.focus();
  };
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox<string>({
    inputId: idOf(path),
    items: found,
    inputValue: typed,
    selectedItem: null,
    onInputValueChange: ({ inputValue, type }) => {
      if (type !== useCombobox.stateChangeTypes.InputChange) return;
      if (inputValue.endsWith(",")) add(inputValue);
      else setTyped(inputValue);
    },
    onSelectedItemChange: ({ selectedItem }) => selectedItem && add(selectedItem),
  });
  const keys = (event: KeyboardEvent) => {
    const last = value.at(-1);
    if (event.key === "Enter" && highlightedIndex < 0 && wanted !== "" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add(typed);
    } else if (event.key === "Backspace" && typed === "" && last !== undefined) remove(last);
  };
  const over = typed === "" ? 0 : Math.max(0, -measure(typed, limit).left);
  return (
    <>
      {path === "tagsAdd" && <Temperatures value={value} onChange={change} />}
      <div className="control tokens">
        {value.map((token) => (
          <Token key={token} token={token} limit={limit} onRemove={() => remove(token)} />
        ))}
        <input
          {...getInputProps({
            ref,
            onKeyDown: keys,
            onBlur: () => {
              add(typed);
              leave();
            },
          })}
          aria-labelledby={undefined}
          type="text"
          autoComplete="off"
          aria-describedby={describedBy}
        />
        <ul
          {...getMenuProps({ "aria-label": words.label, "aria-labelledby": undefined })}
          className="options"
          hidden={!isOpen || found.length === 0}
        >
          {isOpen &&
            found.map((tag, index) => (
              <li
                key={tag}
                {...getItemProps({ item: tag, index })}
                data-active={highlightedIndex === index || undefined}
              >
                {tag}
              </li>
            ))}
        </ul>
      </div>
      {over > 0 && <p className="message message-over">{t("count.over", { count: over })}</p>}
      <span className="sr-only" role="status">
        {said}
      </span>
    </>
  );
}
