import { useCombobox } from "downshift";
import {
  useState,
  type ChangeEvent,
  type ClipboardEvent,
  type CompositionEvent,
  type FocusEvent,
  type KeyboardEvent,
} from "react";
import { useTranslations } from "use-intl";
import { measure } from "#lead/measure.ts";
import { tidy } from "#lead/tidy.ts";
import { CountOf } from "../messages/Count.tsx";
import { Issue } from "../messages/Issue.tsx";
import { KeptInNote } from "../messages/KeptInNote.tsx";
import { useNote } from "../messages/useNote.ts";
import { isComposing } from "../../browser/isComposing.ts";
import { folded, ranked } from "../../ui/match.ts";
import { Option, Options } from "../../ui/Options.tsx";
import { keepFromList, keepsFocus, listProps, picksOnly } from "../../ui/optionList.ts";
import { useListAge } from "../../station/useListAge.ts";
import { useVocabulary } from "../../station/useVocabulary.ts";
import { idOf, type LeafProps } from "../answers/control.ts";
import { Temperatures } from "./Temperatures.tsx";
import { Token } from "./Token.tsx";
import { focusFrom, walk, walkBack } from "./tokenKeys.ts";
import { endsToken, tokensPasted, tokensTyped } from "../answers/tokens.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";
import { useInSentence } from "../../words/useInSentence.ts";
import { Box, TextBox } from "../../ui/TextBox.tsx";

/** A token that was moved to the note, and the line that the note got. */
interface Moved {
  readonly token: string;
  readonly line: string;
}

const mostShown = 8;

/**
 * Short words of a set, such as tags. Enter, a comma, a pasted list and leaving the box add words, so nothing typed is
 * lost. A picked option is one token. Backspace in an empty box focuses the last token, then removes it; arrow keys
 * move between tokens. A token that is too long stays and shows by how much.
 */
export function TokensControl({ field, path, words, describedBy, answer }: LeafProps<readonly string[]>) {
  const t = useTranslations();
  const inSentence = useInSentence();
  const { value = [], wrong, change, leave } = answer;
  const { vocabulary } = useVocabulary();
  const age = useListAge();
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const note = useNote();
  const [moved, setMoved] = useState<Moved>();
  const isTags = /^tags(Add)?$/.test(path);
  const known = isTags ? vocabulary.tags : (field.options ?? []).map(String);
  const found = offered(known, value, typed);
  const add = (tokens: readonly string[]) => {
    const { fresh = [] } = tidy({ fresh: tokens }) as { fresh?: string[] };
    const missing = fresh.filter((token, index) => !value.includes(token) && fresh.indexOf(token) === index);
    if (missing.length > 0) change([...value, ...missing]);
    setTyped("");
  };
  const remove = (token: string) => {
    change(value.filter((other) => other !== token));
    setSaid(t("field.removed", { text: isolatedAlways(token) }));
  };
  const moveBack = ({ token, line }: Moved) => {
    note.takeOut(line);
    change([...value, token]);
    setMoved(undefined);
  };
  const list = useCombobox<string>({
    inputId: idOf(path),
    items: found,
    inputValue: typed,
    selectedItem: null,
    stateReducer: picksOnly,
    onSelectedItemChange: ({ selectedItem }) => selectedItem && add([selectedItem]),
  });
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = list;
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    keepFromList(event, list);
    if (isComposing(event)) return;
    const text = event.currentTarget.value;
    const commits = event.key === "Enter" && highlightedIndex < 0 && text.trim() !== "";
    if (!commits || event.ctrlKey || event.metaKey) return walkBack(event);
    event.preventDefault();
    add(tokensTyped(text, known));
  };
  const take = (text: string) => (endsToken(text, known) ? add(tokensTyped(text, known)) : setTyped(text));
  // Use the input's own event: downshift calls its handler after a render, and a fast typist would lose letters.
  const type = (event: ChangeEvent<HTMLInputElement>) =>
    (isComposing(event) ? setTyped : take)(event.currentTarget.value);
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { value: text, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData("text");
    if (tokensPasted(pasted, []).length < 2) return;
    event.preventDefault();
    add(tokensPasted(text.slice(0, selectionStart ?? 0) + pasted + text.slice(selectionEnd ?? 0), known));
  };
  const leaveBox = ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
    if (keepsFocus(currentTarget)) return;
    add(tokensTyped(currentTarget.value, known));
    leave();
  };
  const over = measure(typed, field.limit ?? Infinity, field.kind).left < 0;
  return (
    <>
      {path === "tagsAdd" && <Temperatures value={value} onChange={change} />}
      <Box
        isWrong={wrong || over}
        className="flex-wrap gap-[.3rem] p-[.3rem] [&>input]:min-h-[calc(var(--h)-.7rem)] [&>input]:min-w-24 [&>input]:px-[.4rem]"
      >
        {value.map((token) => {
          // Move the focus before the token is removed: to the next token, or to the box.
          const takeOut = (from: Element) => {
            focusFrom(from, 1);
            remove(token);
          };
          const move = (from: Element) => {
            const line = t("waysOut.full", { label: inSentence(words.one), text: token });
            note.add(line);
            setMoved({ token, line });
            takeOut(from);
          };
          return (
            <Token
              key={token}
              token={token}
              limit={field.limit ?? Infinity}
              onMove={(event) => move(event.currentTarget)}
              onRemove={(event) => takeOut(event.currentTarget)}
              onKeyDown={(event) => walk(event, () => takeOut(event.currentTarget))}
            />
          );
        })}
        <TextBox
          {...getInputProps({ onChange: type, onKeyDown: keys, onPaste: paste, onBlur: leaveBox })}
          onCompositionEnd={({ currentTarget }: CompositionEvent<HTMLInputElement>) => take(currentTarget.value)}
          aria-labelledby={undefined}
          type="text"
          autoComplete="off"
          enterKeyHint="enter"
          data-words=""
          aria-invalid={wrong || undefined}
          aria-describedby={[describedBy, field.limit !== undefined && `${idOf(path)}-limit`].filter(Boolean).join(" ")}
        />
        {field.limit !== undefined && (
          <>
            <CountOf text={typed} limit={field.limit} kind={field.kind} />
            <span className="sr-only" id={`${idOf(path)}-limit`}>
              {t("count.limitEach", { limit: field.limit })}
            </span>
          </>
        )}
        <Options
          {...getMenuProps(listProps(words.label))}
          hidden={!isOpen || found.length === 0}
          foot={isOpen && isTags && age}
        >
          {isOpen &&
            found.map((token, index) => (
              <Option key={token} {...getItemProps({ item: token, index })}>
                <Typed
                  text={
                    known.includes(token)
                      ? isolatedAlways(token)
                      : t("field.addOption", { text: isolatedAlways(token) })
                  }
                />
              </Option>
            ))}
        </Options>
      </Box>
      {value.map((token, index) => (
        <Issue key={token} path={`${path}.${index}`} />
      ))}
      {moved && !value.includes(moved.token) && <KeptInNote path={path} onUndo={() => moveBack(moved)} />}
      <span className="sr-only" role="status">
        <Typed text={said} />
      </span>
    </>
  );
}

/** The options: known tokens that match the typed text, then the typed text itself. */
function offered(known: readonly string[], value: readonly string[], typed: string): string[] {
  const text = typed.trim();
  const wanted = folded(text);
  if (wanted === "") return [];
  const open = known.filter((token) => !value.includes(token)).map((token) => ({ value: token, words: token }));
  const found = ranked(open, text).map((choice) => choice.value);
  const isNew = !endsToken(text, []) && ![...found, ...value].some((token) => folded(token) === wanted);
  return [...found.slice(0, mostShown), ...(isNew ? [text] : [])];
}
