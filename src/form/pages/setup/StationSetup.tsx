import { useEffectEvent, useLayoutEffect, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { CannotRecognize } from "../../station/CannotRecognize.tsx";
import { EventNote } from "../../station/event/EventNote.tsx";
import { StationContext } from "../../station/useStation.ts";
import { AskToLeave } from "./AskToLeave.tsx";
import { ChangeList } from "./edits/ChangeList.tsx";
import { changesOf } from "./edits/changes.ts";
import { Files } from "./Files.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { OnDevices } from "./OnDevices.tsx";
import { Preview } from "./preview/Preview.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { sectionOf, type SectionName } from "./edits/sections.ts";
import { editable, SectionBody, SectionFold, SectionNav, type SectionLine } from "./SetupSections.tsx";
import { useOpenSection } from "./useOpenSection.ts";
import { useSectionState } from "./useSectionState.ts";
import { useStationEdits } from "./edits/useStationEdits.ts";

/** All settings of a station, one section at a time. Nothing changes for visitors before Save. */
export function StationSetup({ id }: { readonly id: string }) {
  const t = useTranslations("setup");
  const { before, station, changes, outcome, round, ...edits } = useStationEdits(id);
  const { open, close, openAtError } = useOpenSection();
  const stateOf = useSectionState();
  const refused = outcome?.is === "notSaved" ? outcome.wrong : [];
  const wrong = (path: string) =>
    refused.some((found) => found === path || found.startsWith(`${path}.`)) ? t("wrong") : undefined;
  const shown = editable(station);
  const wrongIn = (name: string) => refused.some((path) => sectionOf(path) === name);
  const firstWrong = shown.find(wrongIn);
  useOnce(outcome, () => {
    if (firstWrong !== undefined) openAtError(firstWrong);
  });
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void edits.save();
  };
  const lines = shown.map((name): SectionLine & { readonly name: SectionName } => {
    const count = changes.filter(({ section }) => section === name).length;
    if (wrongIn(name)) return { name, state: t("state.wrong"), look: "wrong" };
    if (count > 0) return { name, state: t("state.changed", { count }), look: "changed" };
    return { name, state: stateOf(name, station), look: "plain" };
  });
  const others: readonly SectionLine[] = [
    { name: "files", state: undefined, look: "plain" },
    { name: "devices", state: undefined, look: "plain" },
  ];
  const isKnown = [...lines, ...others].some(({ name }) => name === open);
  const fold = (line: SectionLine) => ({
    line,
    isOpen: line.name === open,
    isInstead: !isKnown && line.name === "basics",
    onClose: close,
  });
  return (
    <PageFrame title={before.name} wide="full" isOffices back={{ to: "/", words: t("stations") }}>
      <StationContext value={station}>
        <AskToLeave isUnsaved={changes.length > 0} />
        <CannotRecognize />
        <p className="text-ink-2">{t("everywhere")}</p>
        <LeftOut id={id} />
        <EventNote station={before} isLinked={false} />
        <form noValidate onSubmit={onSubmit}>
          <div className="grid content-start items-start gap-x-8 gap-y-6 pb-8 lg:min-h-[calc(100dvh-15rem)] lg:grid-cols-[14rem_minmax(0,1fr)] xl:grid-cols-[14rem_minmax(0,1fr)_22rem]">
            <SectionNav lines={[...lines, ...others]} open={isKnown ? String(open) : "basics"} />
            <div
              key={round.all}
              className="min-w-0 max-lg:rounded-card max-lg:border max-lg:border-line max-lg:bg-surface"
            >
              {lines.map((line) => {
                const { name } = line;
                return (
                  <SectionFold key={name} {...fold(line)}>
                    <SectionBody key={round.of[name]} name={name} {...{ station, edit: edits.edit, wrong }} />
                  </SectionFold>
                );
              })}
              {others.map((line) => (
                <SectionFold key={line.name} {...fold(line)}>
                  {line.name === "files" ? (
                    <Files station={station} onImport={edits.replace} />
                  ) : (
                    <OnDevices station={before} />
                  )}
                </SectionFold>
              ))}
            </div>
            <div className="grid gap-6 lg:col-start-2 xl:sticky xl:top-6 xl:col-start-3">
              <Preview station={station} section={open} />
              {outcome?.is === "conflict" && (
                <ChangeList id="setup-theirs" title={t("changed.theirs")} changes={changesOf(before, outcome.theirs)} />
              )}
              <ChangeList id="setup-changes" title={t("changed.title")} changes={changes} onUndo={edits.undo} />
            </div>
          </div>
          <SaveBar count={changes.length} outcome={outcome} onDiscard={edits.discard} onAddMine={edits.addMine} />
        </form>
      </StationContext>
    </PageFrame>
  );
}

/** Calls `run` after the render in which `event` is another one. */
function useOnce(event: unknown, run: () => void): void {
  const onEvent = useEffectEvent(run);
  useLayoutEffect(() => {
    onEvent();
  }, [event]);
}
