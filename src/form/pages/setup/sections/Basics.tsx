import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { isRequirable } from "#lead/station/requirable.ts";
import { profiles } from "#lead/station/station.ts";
import type { SectionProps } from "../edits/edits.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { linesOf, SetupLine } from "./SetupLine.tsx";
import { SetupSwitch } from "./SetupSwitch.tsx";

/** Name, profile, and what happens to leads. */
export function Basics({ station, edit, wrong }: SectionProps) {
  const t = useTranslations();
  const { profile, updateKnownPeople = true } = station;
  return (
    <>
      <SetupLine
        name="name"
        initial={station.name}
        wrong={wrong("name")}
        onChange={(name) => edit(() => ({ name: name.trim() }))}
      />
      <Choice
        name="profile"
        legend={t("setup.profile")}
        values={profiles}
        now={profile}
        wordOf={(one) => t(`pages.profiles.${one}`)}
        onChange={(one) =>
          edit((now) => ({
            profile: one,
            // A question that the new profile does not ask has no switch on the page.
            required: now.required.filter((path) => isRequirable(path, { ...now, profile: one })),
          }))
        }
      />
      {profile === "agent" && (
        <SetupLine
          name="temperatures"
          lines
          initial={(station.temperatures ?? []).join("\n")}
          wrong={wrong("temperatures")}
          onChange={(text) => edit(() => ({ temperatures: linesOf(text) }))}
        />
      )}
      {!isVisited(station) && (
        <SetupSwitch name="drafts" on={station.drafts ?? true} onChange={(drafts) => edit(() => ({ drafts }))} />
      )}
      <SetupSwitch
        name="updateKnownPeople"
        on={updateKnownPeople}
        onChange={(on) => edit(() => ({ updateKnownPeople: on }))}
      />
      {updateKnownPeople && (
        <SetupSwitch
          name="holdUnrecognized"
          on={station.whenUnrecognized === "park"}
          onChange={(on) => edit(() => ({ whenUnrecognized: on ? "park" : "create" }))}
        />
      )}
    </>
  );
}
