import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { fieldAt } from "#lead/fields.ts";
import type { InLofty } from "#lead/knownPeople.ts";
import { useStation } from "../../station/useStation.ts";
import { LineNotes } from "./LineNotes.tsx";
import { isEmpty, issuesIn, type Line } from "./lines.ts";
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

const boxes = ["firstName", "lastName", "phone", "email"] as const;
const ways = ["text", "call", "email"] as const;
const choices = {
  agent: ["Yes", "No"],
  months: fieldAt("buyingTimeFrame")?.options?.map(String) ?? [],
} as const;
const pathOf = { firstName: "firstName", lastName: "lastName", phone: "phones", email: "emails" } as const;

/** One person: boxes in the order of the paper. */
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
  const isWrong = (key: (typeof boxes)[number]) => issues.some(({ path }) => path.split(".")[0] === pathOf[key]);
  return (
    <>
      <tr onKeyDown={onKeyDown} onBlur={onLeave} className="align-top">
        <th scope="row" className="pt-2 text-sm font-normal text-ink-3">
          {number}
        </th>
        {boxes.map((key) => (
          <td key={key} className="p-1">
            <Box isWrong={isWrong(key)}>
              <TextBox
                id={`${id}-${key}`}
                aria-label={name(t(`columns.${key}`))}
                aria-invalid={isWrong(key) || undefined}
                autoComplete="off"
                readOnly={isBusy}
                inputMode={key === "phone" ? "tel" : key === "email" ? "email" : "text"}
                value={line[key]}
                onChange={({ target }) => onChange({ ...line, [key]: target.value })}
              />
            </Box>
          </td>
        ))}
        <td className="p-1">
          <div className="flex min-h-(--h) items-center gap-2">
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
          <td key={key} className="p-1">
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
      <tr>
        <td colSpan={8} className="ps-9 pb-1">
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
