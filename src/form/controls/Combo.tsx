import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from "downshift";
import { ChevronsUpDown } from "lucide-react";
import { useState, type ChangeEvent, type FocusEvent, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { named, ranked, type Choice } from "../ui/match.ts";
import { keepFromList, keepsFocus, listProps, picksOnly, stayInBox } from "../ui/optionList.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  /** What an empty box stands for. */
  readonly blank?: string | undefined;
  readonly describedBy: string | undefined;
  readonly wrong: boolean;
  /** The value must come from the list: on leaving, a beginning that only one choice has is enough. */
  readonly closed?: boolean;
  /** Said at the foot of the list when it is not fresh. */
  readonly foot?: string | undefined;
  readonly inputRef: (element: HTMLElement | null) => void;
  readonly onChange: (value: string | undefined) => void;
  /** Where picking does something by itself: typing only filters, Enter takes the first, and leaving picks nothing. */
  readonly onPick?: (value: string) => void;
  /** Gets the value that the box was left with. */
  readonly onLeave: (value: string | undefined) => void;
}

/** What stands in the box while it has the focus, and the value that it stands for. */
interface Held {
  readonly text: string;
  readonly value: string | undefined;
  readonly isTyped: boolean;
}

const mostShown = 60;

/**
 * A text box that knows a list: type to filter, arrows to move, Enter to take, Escape to close. While it has the focus
 * its text is what the person typed. On leaving, a text that names exactly one choice becomes that choice; any other
 * is kept as it is.
 */
export function Combo(props: Props) {
  const { id, label, choices, value, blank, describedBy, wrong, closed = false, foot, inputRef } = props;
  const { onChange, onPick, onLeave } = props;
  const t = useTranslations("field");
  const [held, setHeld] = useState<Held>();
  const current = onPick ? undefined : choices.find((choice) => choice.value === value);
  const settled = current?.words ?? value ?? "";
  // A value that changed from outside, as by an offer, is shown at once.
  const inHand = held?.value === value ? held : undefined;
  const text = inHand?.text ?? settled;
  const found = offered(choices, inHand?.isTyped || !current ? text : "", inHand?.isTyped === true);
  const list = useCombobox<Choice>({
    inputId: id,
    items: found,
    inputValue: text,
    itemToString: (choice) => choice?.words ?? "",
    selectedItem: null,
    stateReducer: (state, action) => (onPick && firstMatch(action)) || picksOnly(state, action),
    onSelectedItemChange: ({ selectedItem }) => {
      setHeld(undefined);
      if (selectedItem) (onPick ?? onChange)(selectedItem.value);
    },
  });
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, getToggleButtonProps } = list;
  const leave = ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
    if (keepsFocus(currentTarget)) return;
    const typed = currentTarget.value;
    const [meant, another] = onPick ? [] : named(choices, typed, closed);
    const isUntouched = current !== undefined && typed === settled;
    const next = isUntouched ? value : meant && !another ? meant.value : typed || undefined;
    setHeld(undefined);
    if (next !== value) onChange(next);
    onLeave(next);
  };
  const input = getInputProps({
    ref: inputRef,
    // At once: downshift tells of it after drawing the old text again, and a fast typist would lose letters.
    onChange: ({ currentTarget: { value: typed } }: ChangeEvent<HTMLInputElement>) => {
      const next = typed || undefined;
      setHeld({ text: typed, value: next, isTyped: true });
      onChange(next);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void keepFromList(event, list),
    onBlur: leave,
    // A list that arrives now must not rename what stands in the box.
    onFocus: () => setHeld({ text, value, isTyped: false }),
  });
  return (
    <>
      <input
        {...input}
        aria-labelledby={undefined}
        type="text"
        dir="auto"
        placeholder={blank}
        autoComplete="off"
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
      />
      {choices.length > 0 && (
        <button
          {...getToggleButtonProps({ tabIndex: -1, onMouseDown: stayInBox })}
          type="button"
          className="trail pointer-events-auto"
          aria-label={t("show", { label })}
        >
          <ChevronsUpDown aria-hidden="true" />
        </button>
      )}
      <ul {...getMenuProps(listProps(label))} className="options" hidden={!isOpen || found.length === 0}>
        {isOpen &&
          found.map((choice, index) => (
            <li
              key={choice.value}
              {...getItemProps({ item: choice, index })}
              data-active={highlightedIndex === index || undefined}
            >
              <bdi>{choice.words}</bdi>
              {choice.also && (
                <span className="ms-2 text-ink-3">
                  <bdi>{choice.also}</bdi>
                </span>
              )}
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

/** What the list shows. A text that somebody left there and that matches nothing hides nothing. */
function offered(choices: readonly Choice[], wanted: string, isTyped: boolean): Choice[] {
  const found = ranked(choices, wanted);
  return (found.length > 0 || isTyped ? found : choices).slice(0, mostShown);
}

function firstMatch({
  type,
  changes,
}: UseComboboxStateChangeOptions<Choice>): Partial<UseComboboxState<Choice>> | false {
  return (
    type === useCombobox.stateChangeTypes.InputChange && {
      ...changes,
      highlightedIndex: changes.inputValue?.trim() ? 0 : -1,
    }
  );
}
