import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import { wholeEmail } from "#lead/email.ts";
import { mostAsked, type AskedPerson, type InLofty, type KnownAnswer } from "#lead/submission/knownPeople.ts";
import { limits } from "#lead/limits.ts";
import { isPhone } from "#lead/phone.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";
import type { Line } from "./lines.ts";

const againMs = 3_000;
const afterErrorMs = 15_000;

/** By `keyOf`. Absent while the look-up waits. */
type Answers = ReadonlyMap<string, InLofty | false>;

interface Found {
  /** Returns the person in Lofty with the email or phone of a line, once found. */
  readonly of: (line: Line) => InLofty | undefined;
  readonly found: number;
  /** How many people are still to be looked up. */
  readonly left: number;
}

/** Looks up the people of these lines in Lofty, behind all other requests. Lines can be saved meanwhile. */
export function useInLofty(lines: readonly Line[]): Found {
  const queryKey = ["in-lofty", useId()];
  const people = new Map(lines.map(personIn).flatMap((person) => (person ? [[keyOf(person), person]] : [])));
  const latest = useRef(people);
  // Before the query's own effect, which may ask at once.
  useEffect(() => void (latest.current = people));
  const { data: answers } = useQuery(
    {
      queryKey,
      queryFn: async (): Promise<Answers> => {
        const before = queryClient.getQueryData<Answers>(queryKey);
        const asked = unanswered(latest.current, before).slice(0, mostAsked);
        const answer = await ask<KnownAnswer>("POST", "/api/known", { people: asked.map(([, person]) => person) });
        const found = asked.map(([key], index) => [key, answer.people[index] ?? null] as const);
        return new Map([
          ...(before ?? []),
          ...found.filter((one): one is [string, InLofty | false] => one[1] !== null),
        ]);
      },
      enabled: ({ state }) => unanswered(people, state.data).length > 0,
      refetchInterval: ({ state }) => (state.status === "error" ? afterErrorMs : againMs),
      retry: false,
      // People must not stay in memory for the next.
      gcTime: 0,
    },
    queryClient,
  );
  const answerTo = (line: Line) => {
    const person = personIn(line);
    return (person && answers?.get(keyOf(person))) || undefined;
  };
  return {
    of: answerTo,
    found: lines.filter(answerTo).length,
    left: unanswered(people, answers).length,
  };
}

const unanswered = (people: ReadonlyMap<string, AskedPerson>, answers: Answers | undefined) =>
  [...people].filter(([key]) => !answers?.has(key));

const keyOf = ({ email, phone }: AskedPerson) => JSON.stringify([email, phone]);

/** Returns what a line can be looked up by; undefined when there is nothing. */
function personIn({ email, phone }: Line): AskedPerson | undefined {
  const person = {
    email: wholeEmail(email) ?? "",
    phone: isPhone(phone) && phone.length <= limits.phone ? phone.trim() : "",
  };
  return person.email === "" && person.phone === "" ? undefined : person;
}
