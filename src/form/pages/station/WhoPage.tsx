import { ChevronRight, Shuffle } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Named } from "#lead/vocabulary.ts";
import { StationInterlude } from "../../station/StationInterlude.tsx";
import { ranked } from "../../ui/match.ts";
import { useVocabulary } from "../../station/useVocabulary.ts";
import { TypedAgent } from "../../station/who/TypedAgent.tsx";
import type { Who } from "../../station/who.ts";
import { LabelledBox } from "../../ui/LabelledBox.tsx";
import { row } from "../../ui/row.ts";

interface Props {
  readonly now: Who | undefined;
  readonly onAnswer: (who: Who) => void;
  /** Keeps the current answer. Undefined if there is none. */
  readonly onCancel: (() => void) | undefined;
}

const mostWithoutFilter = 8;

/** Asks once per device and station who gets the leads. It must be answered. */
export function WhoPage({ now, onAnswer, onCancel }: Props) {
  const t = useTranslations("who");
  const { vocabulary, pending } = useVocabulary();
  const { agents } = vocabulary;
  const [wanted, setWanted] = useState("");
  const found = ranked(
    agents.map((agent) => ({ ...agent, value: agent.id, words: agent.name })),
    wanted,
  );
  return (
    <StationInterlude title={t("title")} text={t("text")} onCancel={onCancel}>
      {agents.length > mostWithoutFilter && (
        <LabelledBox id="who-filter" label={t("filter")} type="text" value={wanted} onChange={setWanted} />
      )}
      {pending && <p className="text-ink-3">{t("loading")}</p>}
      {found.length > 0 && (
        <ul className="card divide-y divide-line">
          {found.map((agent) => (
            <Row
              key={agent.id}
              agent={agent}
              chosen={agent.id === now?.agent?.id}
              onChoose={() => onAnswer({ agent: { id: agent.id, name: agent.name } })}
            />
          ))}
        </ul>
      )}
      {/* If these were shown before the list, they would move under the finger when it arrives. */}
      {!pending && (
        <>
          <TypedAgent open={agents.length === 0} onAnswer={onAnswer} />
          <button type="button" className="btn btn-secondary" onClick={() => onAnswer({ routing: true })}>
            <Shuffle aria-hidden="true" />
            {t("routing")}
          </button>
        </>
      )}
    </StationInterlude>
  );
}

interface RowProps {
  readonly agent: Named;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ agent, chosen, onChoose }: RowProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={chosen || undefined}
        className={`${row} aria-[current]:bg-brand-tint aria-[current]:text-brand-ink`}
        onClick={onChoose}
      >
        <span className="flex-1 wrap-anywhere">
          <bdi>{agent.name}</bdi>
        </span>
        <ChevronRight aria-hidden="true" className="text-ink-3" />
      </button>
    </li>
  );
}
