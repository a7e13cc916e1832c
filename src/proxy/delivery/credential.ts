import type { Outside } from "../outside.ts";
import type { Gate } from "./gate.ts";

interface Settings extends Pick<Outside, "after" | "log"> {
  readonly gate: Pick<Gate, "ask" | "credentialRefused">;
  /** The environment variable that holds the credential. */
  readonly variable: string;
}

export interface Credential {
  readonly state: () => "untried" | "taken" | "refused";
  readonly variable: string;
  readonly stop: () => void;
}

const againMs = 60_000;

/**
 * Tries the credential with the cheapest question there is (API.md 1): at start, and every minute until the CRM answers
 * and takes it. Logs when it is refused, and when it is taken again.
 */
export function watchCredential({ gate, after, log, variable }: Settings): Credential {
  let isTried = false;
  let logged: string | undefined;
  let cancel = () => {};
  let ended = false;
  const state = () => (gate.credentialRefused() ? "refused" : isTried ? "taken" : "untried");
  const turn = async () => {
    if (state() !== "taken") {
      const { kind } = await gate.ask("look-up")("GET", "/v1.0/me");
      // A refusal of this one question is an answer too.
      if (kind === "answered" || kind === "refused") isTried = true;
    }
    if (ended) return;
    if (state() !== logged && state() !== "untried") log(`credential-${state()}`, { variable });
    logged = state();
    cancel = after(againMs, () => void turn());
  };
  void turn();
  return {
    state,
    variable,
    stop: () => {
      ended = true;
      cancel();
    },
  };
}
