import { useMutation } from "@tanstack/react-query";
import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isolated, isolatedAlways } from "#lead/characters.ts";
import type { OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { refusalOf } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { act } from "../../sending/useOutbox.ts";
import { Confirm } from "../../ui/Confirm.tsx";
import { Typed } from "../../ui/Typed.tsx";
import { headingOf } from "./headingOf.ts";
import { Note } from "../../ui/Note.tsx";

export type Decision = "in-crm" | "send-again" | "discard";
type Of = Pick<OutboxEntry, "id" | "name">;
type Standing = "pending" | "failed" | "settled";

interface Decisions {
  /** How the last decision about a lead stands; undefined if there was none, or it is done. */
  readonly standingOf: (id: string) => Standing | undefined;
  /** Asks first. */
  readonly ask: (decision: Decision, of: Of) => void;
  readonly decide: (decision: Decision, of: Of) => void;
}

const Context = createContext<Decisions | undefined>(undefined);

export function useDecisions(): Decisions {
  const decisions = use(Context);
  if (!decisions) throw new Error("useDecisions: outside of OutboxDecisions");
  return decisions;
}

/**
 * Holds the question about a lead, and what became of the answer, for all lists. A lead moves to another list when others
 * get the same reason: its line is drawn anew, and the question must stay.
 */
export function OutboxDecisions({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("outbox");
  const [asked, setAsked] = useState<Of & { readonly decision: Decision }>();
  const [standings, setStandings] = useState<Readonly<Record<string, { of: Of; is: Standing | undefined }>>>({});
  const { mutate } = useMutation(
    {
      mutationFn: ({ decision, of }: { readonly decision: Decision; readonly of: Of }) => {
        note(of, "pending");
        return act(of.id, { action: decision });
      },
      onSuccess: (_, { of }) => note(of, undefined),
      onError: (error, { of }) => note(of, refusalOf(error)?.type === "/problems/not-parked" ? "settled" : "failed"),
      onSettled: () => queryClient.invalidateQueries(),
    },
    queryClient,
  );
  const note = (of: Of, is: Standing | undefined) => setStandings((before) => ({ ...before, [of.id]: { of, is } }));
  const decisions = useMemo<Decisions>(
    () => ({
      standingOf: (id) => standings[id]?.is,
      ask: (decision, { id, name }) => setAsked({ decision, id, name }),
      decide(decision, of) {
        mutate({ decision, of });
        // The buttons disappear. The line stays, or moves and keeps the focus (OutboxLine.tsx).
        headingOf(of.id)?.focus();
      },
    }),
    [standings, mutate],
  );
  const settled = Object.values(standings).filter(({ is }) => is === "settled");
  return (
    <Context value={decisions}>
      {settled.map(({ of: { id, name } }) => (
        <Note key={id} role="alert" look="warn">
          <Typed text={t("settledFor", { name: isolatedAlways(name) })} />
        </Note>
      ))}
      {children}
      {asked && (
        <Confirm
          title={t(`asks.${asked.decision}.title`, { name: isolated(asked.name) })}
          text={t(`asks.${asked.decision}.text`)}
          yes={t(`asks.${asked.decision}.yes`)}
          no={t("asks.no")}
          onYes={() => {
            setAsked(undefined);
            decisions.decide(asked.decision, asked);
          }}
          onNo={() => {
            setAsked(undefined);
            // The button that asked is gone if the line has moved.
            if (document.activeElement === document.body) headingOf(asked.id)?.focus();
          }}
        />
      )}
    </Context>
  );
}
