import { ChevronRight, Shuffle } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Named } from "#lead/vocabulary.ts";
import { StationInterlude } from "../station/StationInterlude.tsx";
import { ranked } from "../ui/match.ts";
import { useVocabulary } from "../vocabulary/useVocabulary.ts";
import { TypedAgent } from "./TypedAgent.tsx";
import type { Who } from "./who.ts";

interface Props {
  readonly now: Who | undefined;
  readonly onAnswer: (who: Who) => void;
  /** Leaves it as it is; without an answer there is nothing to leave. */
  readonly onCancel: (() => void) | undefined;
}

const mostWithoutFilter = 8;

/** Asked once a device and station: whose leads are these? It does not go on without an answer. */
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
        <div className="field">
          <label className="label" htmlFor="who-filter">
            {t("filter")}
          </label>
          <div className="control">
            <input
              id="who-filter"
              type="text"
              dir="auto"
              autoComplete="off"
              value={wanted}
              onChange={({ target }) => setWanted(target.value)}
            />
          </div>
        </div>
      )}
      {pending && <p className="text-ink-3">{t("loading")}</p>}
      {found.length > 0 && (
        <ul className="card rows">
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
      <TypedAgent open={!pending && agents.length === 0} onAnswer={onAnswer} />
      <button type="button" className="btn btn-secondary" onClick={() => onAnswer({ routing: true })}>
        <Shuffle aria-hidden="true" />
        {t("routing")}
      </button>
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
      <button type="button" aria-current={chosen || undefined} onClick={onChoose}>
        <span className="flex-1 wrap-anywhere">
          <bdi>{agent.name}</bdi>
        </span>
        <ChevronRight aria-hidden="true" className="text-ink-3" />
      </button>
    </li>
  );
}
