import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from "downshift";
import { ChevronsUpDown } from "lucide-react";
import { useState, type ChangeEvent } from "react";
import { useTranslations } from "use-intl";

export interface Choice {
  readonly value: string;
  readonly words: string;
  /** Found by this too, and shown beside it. */
  readonly also?: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  /** What an empty box stands for. */
  readonly blank?: string | undefined;
  readonly describedBy: string | undefined;
  readonly wrong: boolean;
  /** Only what is listed can be right: the first match is taken by Enter or on leaving. */
  readonly closed?: boolean;
  /** Said at the foot of the list when it is not fresh. */
  readonly foot?: string | undefined;
  readonly inputRef: (element: HTMLElement | null) => void;
  readonly onChange: (value: string | undefined) => void;
  /** Where picking does something by itself: typing only filters, and leaving picks nothing. */
  readonly onPick?: (value: string) => void;
  readonly onLeave: () => void;
}

const mostShown = 50;
const { InputBlur, InputChange, InputKeyDownEscape } = useCombobox.stateChangeTypes;

/**
 * A text box that knows a list: type to filter, arrows to move, Enter to take, Escape to close and then to clear. What
 * is typed and not listed is kept.
 */
export function Combo(props: Props) {
  const { id, label, choices, value, blank, describedBy, wrong, closed = false, foot, inputRef } = props;
  const { onChange, onPick, onLeave } = props;
  const t = useTranslations("field");
  const meant = onPick ? undefined : choices.find((choice) => choice.value === value);
  const shown = meant?.words ?? value ?? "";
  const [filter, setFilter] = useState("");
  const found = matching(choices, filter);
  const take = (typed: string) => {
    setFilter(typed);
    onChange((onPick ? undefined : exact(choices, typed)?.value) ?? (typed || undefined));
  };
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, getToggleButtonProps } =
    useCombobox<Choice>({
      inputId: id,
      items: found,
      inputValue: shown,
      itemToString: (choice) => choice?.words ?? "",
      selectedItem: null,
      stateReducer: (_state, action) =>
        onPick && action.type === InputBlur ? { ...action.changes, selectedItem: null } : firstMatch(action, closed),
      onInputValueChange: ({ inputValue, type }) => {
        if (type === InputKeyDownEscape) take(inputValue);
      },
      onSelectedItemChange: ({ selectedItem }) => {
        if (selectedItem) (onPick ?? onChange)(selectedItem.value);
        setFilter("");
      },
    });
  const input = getInputProps({
    ref: inputRef,
    // At once: downshift tells of it after drawing the old text again, and a fast typist would lose letters.
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => take(currentTarget.value),
    // What leaving takes from the list is judged, not what was typed.
    onBlur: () => setTimeout(onLeave),
    onFocus: () => setFilter(""),
  });
  return (
    <>
      <input
        {...input}
        aria-labelledby={undefined}
        type="text"
        placeholder={blank}
        autoComplete="off"
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
      />
      {choices.length > 0 && (
        <button
          {...getToggleButtonProps({ tabIndex: -1 })}
          type="button"
          className="trail pointer-events-auto"
          aria-label={t("show", { label })}
        >
          <ChevronsUpDown aria-hidden="true" />
        </button>
      )}
      <ul
        {...getMenuProps({ "aria-label": label, "aria-labelledby": undefined })}
        className="options"
        hidden={!isOpen || found.length === 0}
      >
        {isOpen &&
          found.map((choice, index) => (
            <li
              key={choice.value}
              {...getItemProps({ item: choice, index })}
              data-active={highlightedIndex === index || undefined}
            >
              {choice.words}
              {choice.also && <span className="ms-2 text-ink-3">{choice.also}</span>}
            </li>
          ))}
        {isOpen && foot && (
          <li role="presentation" className="foot">
            {foot}
          </li>
        )}
      </ul>
    </>
  );
}

const same = (one: string | undefined, other: string) => one?.toLowerCase() === other.trim().toLowerCase();

const exact = (choices: readonly Choice[], typed: string) =>
  choices.find(({ words, also }) => same(words, typed) || same(also, typed));

/** Names that start with what is typed come before those that hold it. */
function matching(choices: readonly Choice[], filter: string): Choice[] {
  const wanted = filter.trim().toLowerCase();
  const place = ({ words, also = "" }: Choice) => {
    const places = [words, also].map((text) => text.toLowerCase().indexOf(wanted)).filter((at) => at >= 0);
    return places.length > 0 ? Math.min(1, ...places) : 2;
  };
  return choices
    .filter((choice) => place(choice) < 2)
    .toSorted((one, other) => place(one) - place(other))
    .slice(0, mostShown);
}

function firstMatch(
  { type, changes }: UseComboboxStateChangeOptions<Choice>,
  closed: boolean,
): Partial<UseComboboxState<Choice>> {
  if (type !== InputChange || !closed) return changes;
  return { ...changes, highlightedIndex: changes.inputValue?.trim() ? 0 : -1 };
}
