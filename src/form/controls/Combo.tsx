import { useCombobox } from "downshift";
import { ChevronsUpDown } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface Choice {
  readonly value: string;
  readonly words: string;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly describedBy: string | undefined;
  readonly wrong: boolean;
  /** Said at the foot of the list when it is not fresh. */
  readonly foot?: ReactNode;
  readonly inputRef: (element: HTMLElement | null) => void;
  readonly onChange: (value: string | undefined) => void;
  readonly onLeave: () => void;
}

const mostShown = 50;

/** A text box that knows a list: type to filter, arrows to move, Enter to take. What is typed and not listed is kept. */
export function Combo({ id, label, choices, value, describedBy, wrong, foot, inputRef, onChange, onLeave }: Props) {
  const t = useTranslations("field");
  const shown = choices.find((choice) => choice.value === value)?.words ?? value ?? "";
  const [filter, setFilter] = useState("");
  const wanted = filter.toLowerCase();
  const found = choices.filter(({ words }) => words.toLowerCase().includes(wanted)).slice(0, mostShown);
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, getToggleButtonProps } =
    useCombobox<Choice>({
      inputId: id,
      labelId: `${id}-label`,
      items: found,
      inputValue: shown,
      itemToString: (choice) => choice?.words ?? "",
      selectedItem: null,
      onInputValueChange: ({ inputValue, type }) => {
        if (type !== useCombobox.stateChangeTypes.InputChange) return;
        setFilter(inputValue);
        const exact = choices.find(({ words }) => words.toLowerCase() === inputValue.trim().toLowerCase());
        onChange(exact?.value ?? (inputValue || undefined));
      },
      onSelectedItemChange: ({ selectedItem }) => {
        if (selectedItem) onChange(selectedItem.value);
        setFilter("");
      },
    });
  return (
    <>
      <input
        {...getInputProps({ ref: inputRef, onBlur: onLeave, onFocus: () => setFilter("") })}
        aria-labelledby={undefined}
        type="text"
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
