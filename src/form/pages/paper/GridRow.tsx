import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { fieldAt } from "#lead/fields.ts";
import type { InLofty } from "#lead/submission/knownPeople.ts";
import { useStation } from "../../station/useStation.ts";
import { LineNotes } from "./LineNotes.tsx";
import { boxes, isEmpty, issuesIn, wrongBoxes, type BoxName, type Line } from "./lines.ts";
import type { Same } from "./sameIn.ts";
import type { Known } from "./useKnown.ts";
import { Select } from "../../ui/Select.tsx";
import { Box, TextBox } from "../../ui/TextBox.tsx";

interface Props {
  readonly line: Line;
  readonly name: string;
  readonly number: number;
  readonly same: Same | undefined;
  /** The focus has left the line: its faults are shown. */
  readonly isLeft: boolean;
  /** The line is being saved: it does not change. */
  readonly isBusy: boolean;
  readonly known: Known;
  readonly inLofty: InLofty | undefined;
  readonly onChange: (line: Line) => void;
  readonly onLeave: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const ways = ["text", "call", "email"] as const;
const choices = {
  agent: ["Yes", "No"],
  months: fieldAt("buyingTimeFrame")?.options?.map(String) ?? [],
} as const;

/** In a card: the names beside each other on a phone, with the phone number on a tablet. */
const spans = {
  firstName: "max-lg:col-span-3 sm:max-lg:col-span-2",
  lastName: "max-lg:col-span-3 sm:max-lg:col-span-2",
  phone: "max-lg:col-span-6 sm:max-lg:col-span-2",
  email: "max-lg:col-span-6 sm:max-lg:col-span-3",
} as const;

/** The column's heading, in a card. The box has it in its name. */
const Caption = ({ words }: { readonly words: string }) => (
  <span aria-hidden="true" className="block text-sm text-ink-3 lg:hidden">
    {words}
  </span>
);

/** One person: boxes in the order of the paper. Where a row would be too wide it is a card. */
export function GridRow({
  line,
  name: lineName,
  number,
  same,
  isLeft,
  isBusy,
  known,
  inLofty,
  onChange,
  onLeave,
  onKeyDown,
}: Props) {
  const t = useTranslations("paper");
  const option = useTranslations("options") as unknown as (key: string) => string;
  const station = useStation();
  const issues = isLeft && !isEmpty(line) ? issuesIn(line, station) : [];
  const { id, ticks } = line;
  const name = (column: string) => `${lineName}, ${column}`;
  const wrong = wrongBoxes(issues);
  const isWrong = (key: BoxName) => wrong.includes(key);
  return (
    <>
      <tr
        onKeyDown={onKeyDown}
        onBlur={onLeave}
        className="align-top max-lg:relative max-lg:grid max-lg:grid-cols-6 max-lg:rounded-t-card max-lg:border max-lg:border-b-0 max-lg:border-line max-lg:bg-surface max-lg:px-3 max-lg:pt-2"
      >
        <th
          scope="row"
          className="pt-2 text-sm font-normal text-ink-3 max-lg:absolute max-lg:end-4 max-lg:top-3 max-lg:p-0 max-lg:font-semibold"
        >
          {number}
        </th>
        {boxes.map((key) => (
          <td key={key} className={`p-1 ${spans[key]}`}>
            <Caption words={t(`columns.${key}`)} />
            <Box isWrong={isWrong(key)}>
              <TextBox
                id={`${id}-${key}`}
                aria-label={name(t(`columns.${key}`))}
                aria-invalid={isWrong(key) || undefined}
                aria-describedby={isWrong(key) ? `${id}-issues` : undefined}
                autoComplete="off"
                readOnly={isBusy}
                inputMode={key === "phone" ? "tel" : key === "email" ? "email" : "text"}
                value={line[key]}
                onChange={({ target }) => onChange({ ...line, [key]: target.value })}
              />
            </Box>
          </td>
        ))}
        <td className="p-1 max-lg:col-span-6 sm:max-lg:col-span-3">
          <Caption words={t("columns.ways")} />
          <div className="flex min-h-(--h) flex-wrap items-center gap-x-2 lg:flex-nowrap">
            {ticks
              ? ways.map((way) => (
                  <label key={way} className="flex min-h-(--h) min-w-11 items-center gap-1 text-sm">
                    <input
                      type="checkbox"
                      aria-label={name(t(`mayWeBy.${way}`))}
                      checked={ticks[way]}
                      disabled={isBusy}
                      onChange={({ target }) => onChange({ ...line, ticks: { ...ticks, [way]: target.checked } })}
                    />
                    {t(`ways.${way}`)}
                  </label>
                ))
              : t("notAsked")}
          </div>
        </td>
        {(["agent", "months"] as const).map((key) => (
          <td key={key} className="p-1 max-lg:col-span-3">
            <Caption words={t(`columns.${key}`)} />
            <Box>
              <Select
                aria-label={name(t(`columns.${key}`))}
                value={line[key]}
                disabled={isBusy}
                onChange={({ target }) => onChange({ ...line, [key]: target.value })}
              >
                <option value="">{t("noAnswer")}</option>
                {line[key] !== "" && !choices[key].some((value) => value === line[key]) && <option>{line[key]}</option>}
                {choices[key].map((value) => (
                  <option key={value} value={value}>
                    {option(value)}
                  </option>
                ))}
              </Select>
            </Box>
          </td>
        ))}
      </tr>
      <tr className="max-lg:mb-3 max-lg:block max-lg:rounded-b-card max-lg:border max-lg:border-t-0 max-lg:border-line max-lg:bg-surface">
        <td colSpan={8} className="ps-9 pb-1 max-lg:block max-lg:px-4">
          <LineNotes
            line={line}
            same={isLeft ? same : undefined}
            issues={issues}
            known={isLeft ? known : undefined}
            inLofty={isLeft ? inLofty : undefined}
          />
        </td>
      </tr>
    </>
  );
}
