import { FileUp } from "lucide-react";
import { useEffectEvent, useLayoutEffect, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { useLocale, useTranslations } from "use-intl";
import { isolated } from "#lead/characters.ts";
import type { Language } from "#lead/languages.ts";
import type { Station } from "#lead/station/station.ts";
import { deviceKind } from "../../browser/deviceKind.ts";
import { newId } from "../../browser/newId.ts";
import { CannotRecognize } from "../../station/CannotRecognize.tsx";
import { useStation } from "../../station/useStation.ts";
import { whoAt } from "../../station/who.ts";
import { decoded, linesIn } from "./csv.ts";
import { GridRow } from "./GridRow.tsx";
import { emptyLine, isEmpty, issuesIn, wrongBoxes } from "./lines.ts";
import { saveLines } from "./saveLines.ts";
import { newIn, sameIn } from "./sameIn.ts";
import { useInLofty } from "./useInLofty.ts";
import { useKnown } from "./useKnown.ts";
import { useLineName } from "./useLineName.ts";
import type { Lines } from "./useLines.ts";

const headings = ["firstName", "lastName", "phone", "email", "ways", "agent", "months"] as const;

/** Wide enough for an ordinary phone number and email. */
const widths: { readonly [name in (typeof headings)[number]]?: string } = { phone: "w-[15.5%]", email: "w-[24%]" };

/**
 * A line a person, by keyboard: Tab to the next box, Enter to the next line, Ctrl+Enter saves. What is typed is kept on
 * this device until it is saved. A CSV file fills the lines, so that its faults show before anything is sent.
 */
export function Grid({ sheet }: { readonly sheet: Lines }) {
  const t = useTranslations("paper");
  const locale = useLocale();
  const station = useStation();
  const [who] = useState(() => whoAt(station.id));
  const { lines, now, write, busy, saving } = sheet;
  /** The lines as they were when the focus left a line. Only these are judged and looked up. */
  const [left, setLeft] = useState(lines);
  const [said, setSaid] = useState<{ readonly text: string; readonly isWell: boolean }>();
  const say = (isWell: boolean, ...parts: readonly (string | false)[]) =>
    setSaid({ text: parts.filter(Boolean).join(" "), isWell });
  /** How often Save was pressed: after each, the focus moves. */
  const [round, setRound] = useState(0);
  const isLeft = new Set(left);
  const isJudged = (line: (typeof lines)[number]) => isLeft.has(line) && !busy.has(line.id);
  const judged = lines.filter(isJudged);
  const known = useKnown(lines, isJudged);
  const inLofty = useInLofty(judged);
  const filled = lines.filter((line) => !isEmpty(line));
  const isValid = (line: (typeof lines)[number]) => issuesIn(line, station).length === 0;
  const valid = filled.filter((line) => !busy.has(line.id) && isValid(line));
  const start = useEffectEvent(() => {
    const wrong = round === 0 ? undefined : filled.find((line) => !isValid(line));
    const next = wrong ?? lines.find(isEmpty) ?? lines[0];
    // Not on a touch screen: the keyboard would cover the page. Not while somebody types in the table.
    if (next === undefined || deviceKind() !== "computer" || document.activeElement?.closest("tbody")) return;
    document.getElementById(`${next.id}-${(wrong && wrongBoxes(issuesIn(wrong, station))[0]) ?? "firstName"}`)?.focus();
  });
  // A layout effect, so that it runs before the page puts the focus on its heading (PageFrame.tsx).
  useLayoutEffect(() => start(), [round]);
  const same = sameIn(lines);
  const doubles = judged.filter(({ id }) => same.has(id)).length;
  const lineName = useLineName();
  const toFix = filled.filter((line) => !isValid(line)).length;
  const save = async () => {
    if (valid.length === 0) return;
    setLeft(lines);
    const ids = valid.map(({ id }) => id);
    const { size: count } = await saving(ids, () => saveLines(valid, station, locale as Language, who));
    const device = deviceKind();
    const notStored = valid.length - count;
    const rest = now().filter((line) => !isEmpty(line)).length - notStored;
    say(
      notStored === 0,
      (count > 0 || notStored === 0) && t("saved", { count, left: rest, device }),
      notStored > 0 && t("notStored", { count: notStored, device }),
    );
    setRound((count) => count + 1);
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    // The file may be gone by now.
    const bytes = await file.arrayBuffer().catch(() => undefined);
    const found = bytes ? linesIn(decoded(new Uint8Array(bytes))) : "noColumns";
    if (typeof found === "string") return say(false, t(found));
    const before = now().filter((line) => !isEmpty(line));
    // Somebody who was in another house, too, is no repeat.
    const fresh = newIn(
      found.lines,
      before.filter((line) => line.house === undefined),
    );
    const next = [...before, ...fresh];
    write(next);
    setLeft(next);
    const leftOut = found.leftOut.join(", ");
    const repeated = found.lines.length - fresh.length;
    say(
      found.lines.length > 0,
      t("opened", { count: found.lines.length }),
      repeated > 0 && t("repeated", { count: repeated }),
      leftOut && t("leftOut", { names: leftOut }),
    );
  };
  const onEnter = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return void save();
    const next = lines[index + 1] ?? emptyLine(newId());
    // The next key may come before the next frame.
    if (!lines[index + 1]) flushSync(() => write([...lines, next]));
    document.getElementById(`${next.id}-firstName`)?.focus();
  };
  return (
    <>
      <p className="text-ink-2">
        {t("text")} {t(`unticked.${(station as Station).consent.policy}`)}{" "}
        {station.profile === "agent" &&
          (who?.agent ? t("goTo", { agent: isolated(who.agent.name) }) : t("goToRouting"))}
      </p>
      <div className="lg:overflow-x-auto">
        <table className="w-full border-collapse max-lg:block">
          <thead className="max-lg:hidden">
            <tr className="text-start text-sm text-ink-3">
              <th className="w-8">
                <span className="sr-only">{t("columns.number")}</span>
              </th>
              {headings.map((name) => (
                <th key={name} scope="col" className={`px-1 pb-1 text-start font-semibold ${widths[name] ?? ""}`}>
                  {t(`columns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-lg:block">
            {lines.map((line, index) => (
              <GridRow
                key={line.id}
                line={line}
                name={lineName(line, index)}
                number={line.fileNumber ?? index + 1}
                same={same.get(line.id)}
                isLeft={isLeft.has(line)}
                isBusy={busy.has(line.id)}
                known={known(line)}
                inLofty={inLofty.of(line)}
                onChange={(next) => write(now().map((one) => (one.id === line.id ? next : one)))}
                onLeave={() => setLeft(now())}
                onKeyDown={(event) => onEnter(event, index)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" className="btn btn-primary" disabled={valid.length === 0} onClick={() => void save()}>
          {t("save", { count: valid.length })}
        </button>
        <label className="btn btn-secondary focus-within:outline-2">
          <FileUp aria-hidden="true" />
          {t("file")}
          <input
            type="file"
            accept=".csv,text/csv,text/tab-separated-values"
            className="sr-only"
            onChange={({ target }) => {
              void open(target.files?.[0]);
              target.value = "";
            }}
          />
        </label>
        {doubles > 0 && <span className="text-warn">{t("doubles", { count: doubles })}</span>}
        {toFix > 0 && <span className="text-over">{t("toFix", { count: toFix })}</span>}
      </div>
      {inLofty.found + inLofty.left > 0 && (
        <p className="text-sm text-ink-3">{t("lookedUp", { found: inLofty.found, left: inLofty.left })}</p>
      )}
      <CannotRecognize />
      <p role="status" className={said?.isWell === false ? "text-over" : "text-ok"}>
        {said?.text}
      </p>
    </>
  );
}
