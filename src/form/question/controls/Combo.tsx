import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from "downshift";
import { ChevronsUpDown } from "lucide-react";
import { useState, type ChangeEvent, type FocusEvent, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { named, ranked, type Choice } from "../../ui/match.ts";
import { Option, Options } from "../../ui/Options.tsx";
import { keepFromList, keepsFocus, listProps, picksOnly, stayInBox } from "../../ui/optionList.ts";
import { TextBox } from "../../ui/TextBox.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  /** The placeholder of an empty box. */
  readonly blank?: string | undefined;
  readonly describedBy: string | undefined;
  readonly wrong: boolean;
  /** The value must come from the list. On leaving, a beginning that only one choice has is enough. */
  readonly closed?: boolean;
  /** A line at the end of the list, shown when the list is old. */
  readonly foot?: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /**
   * Called when an option is picked, instead of `onChange`. Typing then only filters, Enter takes the first option, and
   * leaving the box picks nothing.
   */
  readonly onPick?: (value: string) => void;
  /** Called with the value when the box loses the focus. */
  readonly onLeave: (value: string | undefined) => void;
}

/** The text in the box while it has the focus, and the value for which it stands. */
interface Held {
  readonly text: string;
  readonly value: string | undefined;
  readonly isTyped: boolean;
}

const mostShown = 60;

/**
 * A text box with a list: typing filters, arrow keys highlight, Enter takes, Escape closes. While the box has the
 * focus, its text is exactly what the person typed. On leaving, a text that names exactly one choice becomes that
 * choice. Any other text stays.
 */
export function Combo(props: Props) {
  const { id, label, choices, value, blank, describedBy, wrong, closed = false, foot } = props;
  const { onChange, onPick, onLeave } = props;
  const t = useTranslations("field");
  const [held, setHeld] = useState<Held>();
  const current = onPick ? undefined : choices.find((choice) => choice.value === value);
  const settled = current?.words ?? value ?? "";
  // A value that changed from outside, for example after an offer, is shown at once.
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
  const { isOpen, getInputProps, getMenuProps, getItemProps, getToggleButtonProps } = list;
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
    // Use the input's own event: downshift calls its handler after a render with the old text, and a fast typist would
    // lose letters.
    onChange: ({ currentTarget: { value: typed } }: ChangeEvent<HTMLInputElement>) => {
      const next = typed || undefined;
      setHeld({ text: typed, value: next, isTyped: true });
      onChange(next);
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void keepFromList(event, list),
    onBlur: leave,
    // Keep the current text: if the list arrives now, it must not replace the text in the focused box.
    onFocus: () => setHeld({ text, value, isTyped: false }),
  });
  return (
    <>
      <TextBox
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
          {...getToggleButtonProps({ tabIndex: -1, onMouseDown: stayInBox })}
          type="button"
          className="flex items-center pr-[calc(var(--pad-x)*.8)] text-ink-3"
          aria-label={t("show", { label })}
        >
          <ChevronsUpDown aria-hidden="true" />
        </button>
      )}
      <Options {...getMenuProps(listProps(label))} hidden={!isOpen || found.length === 0} foot={isOpen && foot}>
        {isOpen &&
          found.map((choice, index) => (
            <Option key={choice.value} {...getItemProps({ item: choice, index })}>
              <bdi>{choice.words}</bdi>
              {choice.also && (
                <span className="ms-2 text-ink-3">
                  <bdi>{choice.also}</bdi>
                </span>
              )}
            </Option>
          ))}
      </Options>
    </>
  );
}

/** The options in the list. A text that was left in the box and matches nothing does not filter the list. */
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
